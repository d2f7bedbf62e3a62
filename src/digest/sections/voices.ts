import type { Person, Quote } from '#core/analysis.ts'
import { doubt } from '#core/confidence.ts'
import { credit } from '#core/credit.ts'
import { nameKey } from '#core/experts/name-keys.ts'
import type { Entry } from '#core/ports/library.ts'
import { heading, type Inline, quote } from '#core/reply.ts'
import { slice } from '#core/text/span.ts'
import { more } from '../more.ts'
import { nothing, section } from '../section.ts'

const MOST = 6

/** Fewer words than this between the marks are a turn of phrase, not a statement. */
const STATEMENT_WORDS = 5

interface Voice {
  readonly entry: Entry
  readonly quote: Quote
  readonly person: Person
}

export default section({
  order: 20,
  summary: 'who said what, word for word',
  items: (entry) => spoken(entry).map(item),
  build(news) {
    const fresh = news.entries.flatMap(spoken).filter((voice) => news.isNew(item(voice)))
    const speakers = [...Map.groupBy(fresh, ({ person }) => nameKey(person.name)).values()].map(tellingOne)
    if (speakers.length === 0) return nothing
    const shown = speakers.slice(0, MOST)
    return {
      blocks: [
        heading('Who said what'),
        ...shown.map((voice) => quote(passages(voice), ...creditOf(voice))),
        ...more(speakers.length - shown.length, 'people', 'experts', news),
      ],
      items: shown.map(item),
    }
  },
})

/** Whole statements between marks: a fragment or a paraphrase needs its article around it. */
function spoken(entry: Entry): readonly Voice[] {
  return entry.analysis.quotes.flatMap((said) => {
    const person = said.speaker === null ? undefined : entry.analysis.people[said.speaker]
    return person === undefined || said.kind !== 'direct' ? [] : [{ entry, quote: said, person }]
  })
}

/** Of one person's statements, given newest article first: the first that is more than a turn of phrase. */
function tellingOne(voices: readonly Voice[]): Voice {
  const long = voices.find((voice) => passages(voice).join(' ').split(/\s+/).length >= STATEMENT_WORDS)
  return long ?? voices[0]!
}

const item = ({ entry, quote: said }: Voice): string => `quote:${entry.article.id}:${said.spans[0]?.start ?? 0}`

const passages = ({ entry, quote: said }: Voice): readonly string[] =>
  said.spans.map((span) => slice(entry.article.text, span))

function creditOf({ entry, person, quote: said }: Voice): readonly Inline[] {
  const described = person.descriptions[0]
  const description = described === undefined ? [] : [`, ${slice(entry.article.text, described)}`]
  return [{ bold: person.name }, ...description, `${doubt(said)} · `, ...credit(entry.article)]
}
