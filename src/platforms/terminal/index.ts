import { z } from 'zod'
import { platform } from '#platform.ts'
import { chat } from './chat.ts'
import { draw } from './draw.ts'

export default platform({
  env: z.object({}),
  // Nobody configures a terminal: it is there, or it is not. `npm run chat` asks for it by name.
  wanted: () => false,
  channels: { form: /^terminal\/here$/, hint: 'The chat in the terminal is terminal/here.' },
  render: (reply, spell = (typed) => `/${typed}`) => [draw(reply, spell).text],
  connect: (app) => chat(app, process.stdin, process.stdout),
})
