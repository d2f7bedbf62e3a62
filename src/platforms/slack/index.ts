import { platform } from '#platform.ts'
import { connect } from './connect.ts'
import { render } from './render.ts'
import { settings } from './settings.ts'

export default platform({
  env: settings,
  wanted: (env) => Boolean(env.SLACK_BOT_TOKEN),
  render,
  connect,
})
