import { enableCompileCache } from 'node:module'

// Plain JavaScript, and the only such file: to strip the types of the first one, node loads a compiler of 4 MB, which
// costs a sixth of a start and stays in memory (docs/decisions/0126). Those of all others it finds in the cache from the
// second start on, stripped and compiled. What is imported before this line is not cached, so all the rest comes after.
enableCompileCache()

const { runCommandLine } = await import('./command-line.ts')
await runCommandLine()
