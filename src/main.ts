import { enableCompileCache } from 'node:module'

// Stripping types and compiling are a third of a start: from the second one on, they are read from the cache. What is
// imported before this line is not, so all the rest comes after it.
enableCompileCache()

const { runCommandLine } = await import('./command-line.ts')
await runCommandLine()
