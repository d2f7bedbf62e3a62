import { parseArgs } from 'node:util'

/**
 * The folder that a command line names with `--data FOLDER` or `--data=FOLDER`, or undefined. Other words on it are for
 * others to read.
 */
export function givenFolder(args: readonly string[]): string | undefined {
  const options = { data: { type: 'string' } } as const
  const { data } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true }).values
  // A bare `--data` at the end is true here.
  return typeof data === 'string' ? data : undefined
}
