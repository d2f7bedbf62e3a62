import { byQuotes, type Voice, voices } from '#core/experts/voices.ts'
import type { Entry, Expert } from '#core/ports/library.ts'

/** Everybody quoted in these articles, given newest first. */
export function memoryExperts(entries: readonly Entry[]): readonly Expert[] {
  const all = entries.flatMap((entry) => voices(entry).map((voice) => ({ voice, sample: entry.article.sample })))
  return [...Map.groupBy(all, ({ voice }) => voice.expert).values()]
    .map((heard) =>
      expertOf(
        heard.map(({ voice }) => voice),
        heard.every(({ sample }) => sample),
      ),
    )
    .sort(byQuotes)
}

function expertOf(heard: readonly Voice[], sample: boolean): Expert {
  const { expert, name, kind } = heard[0]!
  const description = heard.find((voice) => voice.description !== undefined)?.description
  return {
    key: expert,
    name,
    kind,
    ...(description !== undefined && { description }),
    quotes: heard.reduce((sum, voice) => sum + voice.quotes, 0),
    articles: heard.length,
    sample,
  }
}
