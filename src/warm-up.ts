import { setTimeout as sleep } from 'node:timers/promises'
import { wordsOf } from '#core/experts/relevance.ts'
import type { Library } from '#core/ports/library.ts'
import type { Invocation } from '#core/reply.ts'
import { termsOnly } from '#core/text/terms.ts'
import type { App, Origin } from './platform.ts'

/** Asked about them all that people ask: what is asked for the third time is about as quick as it will be. */
const PEOPLE = 4
/** Between two, for everybody else who starts. In milliseconds. */
const REST = 10

/** Nobody, who may do nothing. */
const ORIGIN: Origin = {
  place: { platform: 'none', channel: '' },
  asker: { id: '', name: '', manages: async () => false },
}

/**
 * Asks what people ask, for nobody: what is asked first after a start takes five times as long as later, and it need
 * not be a person who waits for it. Throws what the library throws.
 */
export async function warmUp(
  app: Pick<App, 'answer'>,
  library: Pick<Library, 'experts' | 'statements'>,
  stop: AbortSignal,
): Promise<void> {
  const people = await library.experts(PEOPLE)
  for (const [at, { key, name }] of people.entries()) {
    const [newest] = await library.statements(key, 1)
    const about = newest === undefined ? name : longest(termsOnly(wordsOf(newest)))
    const other = people[(at + 1) % people.length]!.name
    for (const invocation of asked(name, other, about)) {
      if (stop.aborted) return
      await app.answer(invocation, ORIGIN)
      await sleep(REST, undefined, { signal: stop }).catch(() => {})
    }
  }
}

const asked = (name: string, other: string, about: string): readonly Invocation[] => [
  { command: 'search', options: { words: about } },
  { command: 'search', options: { words: `${about} from:"${name}"` } },
  { command: 'quote', options: { expert: name } },
  { command: 'quote', options: { expert: name, about } },
  { command: 'compare', options: { first: name, second: other } },
  { command: 'compare', options: { first: name, second: other, about } },
  { command: 'experts', options: { about } },
]

const longest = (words: readonly string[]): string =>
  words.reduce((most, word) => (word.length > most.length ? word : most), '')
