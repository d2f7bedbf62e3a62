import { speakersOf } from '../briefing/spoken.ts'
import type { Entry } from '../ports/library.ts'
import { languageName } from '../text/language-names.ts'
import { alternatives, type Query } from './query.ts'
import { queryMatcher, quotesBy, whoMatcher } from './query-match.ts'

/** Why a query finds an article, a short phrase for each ground: "quote by Alexander Rahr", "word ‘dam’". None where it does not. */
export function reasons(query: Query, entry: Entry): readonly string[] {
  const holding = alternatives(query).filter((one) => queryMatcher(one)(entry))
  return [...new Set(holding.flatMap((one) => grounds(one, entry)))]
}

function grounds(query: Query, entry: Entry): readonly string[] {
  const { words, phrases, without, quoted = [], outlet, language, story, after, before } = query
  const { notFrom = [], notOutlet = [], notLanguage = [], notStory = [] } = query
  const who = query.from === undefined ? '' : ` by ${speakersNamed(query, entry).join(' and ')}`
  return [
    ...quoted.map((some) => `‘${some}’ in a quote${who}`),
    ...(who !== '' && quoted.length === 0 ? [`quote${who}`] : []),
    ...words.map((word) => `word ‘${word}’`),
    ...phrases.map((phrase) => `phrase ‘${phrase.join(' ')}’`),
    ...(outlet === undefined ? [] : [`outlet ${entry.article.outlet}`]),
    ...(language === undefined ? [] : [`in ${languageName(entry.article.language) ?? entry.article.language}`]),
    ...(story === undefined ? [] : [`story ${story}`]),
    ...(after === undefined ? [] : [`published after ${isoDay(after)} began`]),
    ...(before === undefined ? [] : [`published before ${isoDay(before)}`]),
    ...without.map((word) => `no ‘${word}’`),
    ...notFrom.map((name) => `no quote by ${name}`),
    ...notOutlet.map((name) => `not of ${name}`),
    ...notLanguage.map((tag) => `not in ${languageName(tag) ?? tag}`),
    ...notStory.map((id) => `not of story ${id}`),
  ]
}

/** As the article names them. */
function speakersNamed(query: Query, entry: Entry): readonly string[] {
  const { people } = entry.analysis
  const isNamed = whoMatcher(query)
  const speakers = quotesBy(entry, isNamed).flatMap((quote) => {
    const all = speakersOf(quote)
    // Of several who speak as one, the one who was asked for; under another name the operator knows them by.
    return all.length === 1 || isNamed === undefined
      ? all
      : all.filter((at) => [people[at]!.name, ...(people[at]!.means?.names ?? [])].some(isNamed))
  })
  const names = speakers.map((at) => people[at]?.name ?? query.from ?? '')
  return [...new Set(names)]
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10)
