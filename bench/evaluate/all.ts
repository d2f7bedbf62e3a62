/**
 * How often things come out right, by name or all of them; each says by itself which data it lacks:
 *
 *   npm run eval -- [quotes] [stories] [copies] [key-points] [pages] [feeds] [--data FOLDER]
 */
const ALL = ['quotes', 'stories', 'copies', 'key-points', 'pages', 'feeds']
const named = ALL.filter((name) => process.argv.includes(name))
for (const name of named.length === 0 ? ALL : named) {
  console.log(`\n== ${name}`)
  await import(`./${name}.ts`)
}
