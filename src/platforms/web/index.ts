import { z } from 'zod'
import { platform } from '#platform.ts'
import { print } from './escape.ts'
import { drawReply } from './render.ts'

export default platform({
  env: z.object({
    WEB_HOST: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Address that the page in the browser listens on. Without it: 127.0.0.1, this machine only. The page has no log-in: whoever reaches it may ask',
      )
      .meta({ example: '127.0.0.1' }),
    WEB_PORT: z.coerce
      .string()
      .regex(/^\d+$/, 'should be a port from 0 to 65535')
      .transform(Number)
      .pipe(z.number().max(65_535, 'should be a port from 0 to 65535'))
      .optional()
      .describe(
        'Port of the page in the browser; 0 picks a free one. Without it: 3000, and only when no chat is set up',
      )
      .meta({ example: '3000' }),
  }),
  wanted: (env) => env.WEB_PORT !== undefined,
  channels: { form: /^web\/page$/, hint: 'The page in the browser is web/page.' },
  render: (reply, spell) => [print(drawReply(reply, { spell }))],
  async connect(app, env) {
    // The web framework loads only where there is a page.
    const { connectPage } = await import('./connect.ts')
    return connectPage(app, env.WEB_HOST ?? '127.0.0.1', env.WEB_PORT ?? 3000)
  },
})
