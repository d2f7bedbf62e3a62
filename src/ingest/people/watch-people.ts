import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { type KnownPerson, type PeopleFault, readPeopleFile } from '#core/experts/people-file.ts'
import { Problem } from '#core/problem.ts'
import { codeOf } from '../articles/list-article-files.ts'
import { whyUnreadable } from '../articles/read-file.ts'
import { watchFolders } from '../articles/watch-folders.ts'

export interface PeopleWatchOptions {
  /** At the start, and whenever the file says something else without a fault. */
  onPeople(people: readonly KnownPerson[]): void
  /** Once for each state of the file; what was read before stays in use. */
  onFault(fault: Problem): void
  /** Milliseconds from an event to the look, and between looks when nothing was heard of. */
  readonly settle?: number
  readonly poll?: number
}

export interface PeopleWatch {
  /** The file was looked at once. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

/** Reads the operator's word on who is who, and keeps reading it as it is edited. A file that is not there says nothing. */
export function watchPeople(path: string, options: PeopleWatchOptions): PeopleWatch {
  const { settle = 200, poll = 30_000 } = options
  let closed = false
  let before: string | undefined
  let soon: NodeJS.Timeout | undefined

  const look = async (): Promise<void> => {
    const state = await read(path)
    const key = JSON.stringify(state)
    if (closed || key === before) return
    before = key
    if ('unreadable' in state) return options.onFault(new Problem(`${basename(path)}: ${state.unreadable}`, KEPT))
    const { people, faults } = readPeopleFile(state.text)
    if (faults.length > 0) options.onFault(faultsIn(path, faults))
    else options.onPeople(people)
  }
  // Looks never overlap, or an old state could be told after a new one.
  let looks: Promise<void> = Promise.resolve()
  const lookAgain = (): Promise<void> => {
    looks = looks.then(look)
    return looks
  }
  const watched = watchFolders(() => {
    if (closed || soon !== undefined) return
    soon = setTimeout(() => {
      soon = undefined
      void lookAgain()
    }, settle).unref()
  })
  const ready = lookAgain()
  watched.set([dirname(path)])
  // Events are lost on some file systems; a look now and then finds what they did not tell.
  const slow = setInterval(() => void lookAgain(), poll).unref()
  return {
    ready,
    async close() {
      closed = true
      clearTimeout(soon)
      clearInterval(slow)
      watched.close()
      await looks
    },
  }
}

type State = { readonly text: string } | { readonly unreadable: string }

async function read(path: string): Promise<State> {
  try {
    return { text: await readFile(path, 'utf8') }
  } catch (error) {
    const code = codeOf(error)
    return code === 'ENOENT' ? { text: '' } : { unreadable: whyUnreadable(code) }
  }
}

const KEPT = { hint: 'What was read of it before stays in use.' }

const faultsIn = (path: string, faults: readonly PeopleFault[]): Problem =>
  new Problem(
    `${basename(path)} needs attention:\n${faults.map(({ line, reason }) => `  line ${line}: ${reason}.`).join('\n')}`,
    KEPT,
  )
