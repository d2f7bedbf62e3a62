import { lstatSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { Problem } from '#core/problem.ts'
import { systemCode } from '#core/system-code.ts'

/**
 * Adds the settings of a file to the environment, where they are not set already; a file that is missing has none.
 * Throws `Problem`. Not node's own loader: of a file that begins with a byte order mark, as Windows writes it, that
 * drops the first setting without a word.
 */
export function loadEnvFile(path: string, env: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(parseEnv(textOf(path)))) env[name] ??= value
}

function textOf(path: string): string {
  const bytes = bytesOf(path)
  if (bytes.includes(0)) {
    throw new Problem(`${path} is not text in UTF-8.`, {
      hint: 'Save it again as UTF-8: Windows Notepad offers that beside “Save as”, and PowerShell with “-Encoding utf8”.',
    })
  }
  return new TextDecoder().decode(bytes)
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (cause) {
    const code = systemCode(cause) ?? String(cause)
    switch (code) {
      case 'ENOENT':
        if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return new Uint8Array()
        throw new Problem(`${path} is a link to a file that is not there.`, {
          hint: 'Let it point to the file with the settings, or remove it.',
          cause,
        })
      case 'EISDIR':
        throw new Problem(`${path} is a folder, and settings are read from a file of that name.`, {
          hint: 'Remove the folder (Docker makes one where a file that it is to mount is missing) and put the file there: cp .env.example .env',
          cause,
        })
      case 'EACCES':
      case 'EPERM':
        throw new Problem(`${path} may not be read.`, {
          hint: 'Let the user that runs Onrecord read it, and nobody else: it holds the tokens. For example: chown USER .env && chmod 600 .env',
          cause,
        })
      default:
        throw new Problem(`${path} could not be read (${code}).`, {
          hint: 'Check the disk, or give the settings in the environment and remove the file.',
          cause,
        })
    }
  }
}
