import { statSync } from 'node:fs'

/** Which file it is that has this name; undefined where none has. What cannot be looked at now is no reason for anything. */
export function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : 'unknown'
  }
}
