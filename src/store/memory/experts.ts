import { fullestOf } from '#core/experts/described.ts'
import { addKinds } from '#core/experts/kinds-counted.ts'
import { byQuotes, type Voice, voices } from '#core/experts/voices.ts'
import type { Entry, Expert } from '#core/ports/library.ts'

/** Everybody quoted in these articles, given newest first. */
export function memoryExperts(entries: readonly Entry[]): readonly Expert[] {
  const all = entries.flatMap((entry) => voices(entry).map((voice) => ({ voice, sample: entry.article.sample })))
  return [...Map.groupBy(all, ({ voice }) => voice.expert).values()]
    .flatMap((heard) => {
      const quoted = heard.filter(({ voice }) => voice.quotes > 0)
      const unsure = heard.reduce((sum, { voice }) => sum + voice.unsure, 0)
      return quoted.length === 0
        ? []
        : [{ ...expertOf(quoted.map(({ voice }) => voice)), unsure, sample: quoted.every(({ sample }) => sample) }]
    })
    .sort(byQuotes)
}

function expertOf(heard: readonly Voice[]): Omit<Expert, 'unsure' | 'sample'> {
  const { expert, name, kind } = heard[0]!
  const description = fullestOf(heard.flatMap((voice) => voice.description ?? []))
  return {
    key: expert,
    name,
    kind,
    ...(description !== undefined && { description }),
    quotes: heard.reduce((sum, voice) => sum + voice.quotes, 0),
    kinds: heard.map(({ kinds }) => kinds).reduce(addKinds),
    articles: heard.length,
  }
}
