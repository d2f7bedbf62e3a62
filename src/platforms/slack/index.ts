import { platform } from '#platform.ts'
import { render } from './render.ts'
import { settings } from './settings.ts'

export default platform({
  env: settings,
  wanted: (env) => Boolean(env.SLACK_BOT_TOKEN),
  render,
  async connect(app, env, signal) {
    // Bolt brings an HTTP framework along: only for those who use it.
    const { connect } = await import('./connect.ts')
    return connect(app, env, signal)
  },
})
