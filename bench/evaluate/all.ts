import { parseArgs } from 'node:util'

/**
 * How often things come out right, by name or all of them; each says by itself which data it lacks:
 *
 *   npm run eval -- [quotes] [stories] [copies] [key-points] [pages] [feeds] [--data FOLDER]
 */
const ALL = ['quotes', 'stories', 'copies', 'key-points', 'pages', 'feeds']
const { positionals } = parseArgs({
  args: process.argv.slice(2),
  options: { data: { type: 'string' }, errors: { type: 'string' } },
  allowPositionals: true,
  // Some have options of their own.
  strict: false,
})
const unknown = positionals.find((name) => !ALL.includes(name))
if (unknown !== undefined) throw new Error(`there is no evaluation "${unknown}", only ${ALL.join(', ')}`)

for (const name of positionals.length === 0 ? ALL : ALL.filter((one) => positionals.includes(one))) {
  console.log(`\n== ${name}`)
  await import(`./${name}.ts`)
}
