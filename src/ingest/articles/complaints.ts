import { Problem } from '#core/problem.ts'

/** Files that are named one by one before the rest of those with the same fault are only counted. */
const NAMED = 3

/** What is wrong with which file: each told once, until it changes, and hundreds alike in one line. */
export interface Complaints {
  tell(path: string, fault: Problem): void
  /** The end of a look through all files: what is the same in many of them is told now, with their number. */
  sum(): void
  /** Nothing is wrong there any longer. */
  clear(path: string): void
  /** Whether something is wrong there now. */
  has(path: string): boolean
  paths(): Iterable<string>
}

export function createComplaints(onFault: (fault: Problem) => void): Complaints {
  const told = new Map<string, string>()
  /** By what is wrong: the files of this look that have it. */
  const alike = new Map<string, string[]>()

  return {
    tell(path, fault) {
      if (told.get(path) === fault.message) return
      told.set(path, fault.message)
      const complaint = path === '' ? fault.message : fault.message.replaceAll(path, '')
      const files = alike.get(complaint) ?? []
      alike.set(complaint, files)
      files.push(path)
      if (files.length <= NAMED) onFault(fault)
    },
    sum() {
      for (const files of alike.values()) {
        const [next, ...others] = files.slice(NAMED)
        if (next === undefined) continue
        const who = others.length === 0 ? next : `${next} and ${others.length} more`
        onFault(new Problem(`${who}: the same as in ${files[NAMED - 1]}.`))
      }
      alike.clear()
    },
    clear: (path) => void told.delete(path),
    has: (path) => told.has(path),
    paths: () => told.keys(),
  }
}
