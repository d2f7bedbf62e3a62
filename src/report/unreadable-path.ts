import { Problem } from '#core/problem.ts'

/** What somebody who named a file that cannot be read has to change. */
export function unreadablePath(file: string, code: string, cause: Error): Problem {
  switch (code) {
    case 'ENOENT':
      return new Problem(`There is no file ${file}.`, { hint: 'Check the path and try again.', cause })
    case 'EISDIR':
      return new Problem(`${file} is a folder.`, { hint: 'Name the file in it.', cause })
    case 'EACCES':
    case 'EPERM':
      return new Problem(`${file} may not be read.`, {
        hint: 'Give the user that runs this the right to read it.',
        cause,
      })
    default:
      return new Problem(`${file} cannot be read (${code}).`, { hint: 'Check the path and try again.', cause })
  }
}
