import { platform } from '#platform.ts'
import { render } from './render.ts'
import { settings } from './settings.ts'

export default platform({
  env: settings,
  wanted: (env) => Boolean(env.SLACK_BOT_TOKEN),
  channels: {
    form: /^slack\/[TE][A-Z\d]*\/[CGD][A-Z\d]*$/,
    hint: 'Write slack/TEAM/CHANNEL with both ids: in a browser, app.slack.com/client/T012AB/C345CD is slack/T012AB/C345CD.',
  },
  render,
  async connect(app, env, signal) {
    // Bolt brings an HTTP framework along: only for those who use it.
    const { connect } = await import('./connect.ts')
    return connect(app, env, signal)
  },
})
