import { statSync } from 'node:fs'
import { systemCode } from '#core/system-code.ts'

/** Which file it is that has this name; undefined where none has. What cannot be looked at now is no reason for anything. */
export function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch (error) {
    const code = systemCode(error)
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : 'unknown'
  }
}
