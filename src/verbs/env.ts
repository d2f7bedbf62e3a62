import { exampleEnvironment } from '#config.ts'
import { discover } from '#discover.ts'
import type { Platform } from '#platform.ts'
import { verb } from '#verb.ts'

export default verb({
  summary: 'Prints .env.example: every setting, with its meaning',
  usage: 'env',
  async run(_words, { output }) {
    output.write(exampleEnvironment(await discover<Platform>(new URL('../platforms/', import.meta.url))))
    return 0
  },
})
