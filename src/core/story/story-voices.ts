import type { Person } from '../analysis.ts'
import { namedStatements } from '../briefing/briefing.ts'
import { alsoIn } from '../briefing/credit.ts'
import { passages, statementBlock } from '../briefing/statement.ts'
import { nameWords } from '../experts/name-keys.ts'
import type { Entry, Statement } from '../ports/library.ts'
import type { Block, Inline } from '../reply.ts'
import { listed } from '../text/in-words.ts'
import { foldedWords } from './word-changes.ts'

/** One utterance, told once, with everybody who carries it. */
export interface Voice {
  /** The fullest version; of equals, the first published. */
  readonly statement: Statement
  /** All that carry it or a part of it, in order of publication. */
  readonly carried: readonly Statement[]
  /** Those that give the same words to somebody else. */
  readonly otherwise: readonly Statement[]
}

/** Fewer words in a row may be said twice by chance: they are one utterance only if they are all of both, of one person. */
const TELLING = 5

/** Marked quotes of all articles, each once, most carried first. Entries come in order of publication. */
export function storyVoices(entries: readonly Entry[]): readonly Voice[] {
  const said = entries
    .flatMap(namedStatements)
    // Words inside another's quote were shown with it.
    .filter(({ quote }) => quote.kind !== 'indirect' && quote.kind !== 'nested')
    .map((statement, order) => ({
      statement,
      order,
      words: foldedWords(passages(statement.article.text, statement.quote).join(' ')),
    }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length || a.order - b.order)
  const groups: { readonly first: (typeof said)[number]; readonly all: (typeof said)[number][] }[] = []
  for (const one of said) {
    const group = groups.find(({ first }) => isSameUtterance(first, one))
    if (group === undefined) groups.push({ first: one, all: [one] })
    else group.all.push(one)
  }
  return groups
    .map(({ first, all }) => {
      const ordered = [...all].sort((a, b) => a.order - b.order)
      return {
        order: ordered[0]!.order,
        statement: first.statement,
        carried: ordered.map(({ statement }) => statement),
        otherwise: ordered.map(({ statement }) => statement).filter((one) => !isSamePerson(one, first.statement)),
      }
    })
    .sort((a, b) => outletCount(b.carried) - outletCount(a.carried) || a.order - b.order)
    .map(({ statement, carried, otherwise }) => ({ statement, carried, otherwise }))
}

interface Said {
  readonly statement: Statement
  readonly words: readonly string[]
}

/** `long` has at least as many words as `short`. */
function isSameUtterance(long: Said, short: Said): boolean {
  const [whole, part] = [` ${long.words.join(' ')} `, ` ${short.words.join(' ')} `]
  if (whole === part) return short.words.length >= TELLING || isSamePerson(long.statement, short.statement)
  return short.words.length >= TELLING && isSamePerson(long.statement, short.statement) && whole.includes(part)
}

/** One outlet may name only one of those who said it as one. */
const isSamePerson = (a: Statement, b: Statement): boolean =>
  (a.together ?? [a.person]).some((one) => (b.together ?? [b.person]).some((other) => isOne(one, other)))

/** "Drummont" in one outlet is "Pavla Drummont" in another: every word of the shorter name is in the longer. */
function isOne(a: Person, b: Person): boolean {
  if (a.means !== undefined && b.means !== undefined) return a.means.key === b.means.key
  const [left, right] = [nameWords(a.name), nameWords(b.name)]
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  return short.length > 0 && short.every((word) => long.includes(word))
}

const outletCount = (carried: readonly Statement[]): number =>
  new Set(carried.map(({ article }) => article.outlet)).size

/** The words with all outlets that carry them, and with those that give them to somebody else. */
export const voiceBlock = (voice: Voice): Block => statementBlock(voice.statement, ...carriers(voice))

function carriers({ statement, carried, otherwise }: Voice): readonly Inline[] {
  const also = carried.filter((one) => !otherwise.includes(one)).map(({ article }) => article.outlet)
  const disputed = otherwise.map(
    ({ article, person, together }) =>
      `${article.outlet} gives these words to ${listed((together ?? [person]).map(({ name }) => name))}`,
  )
  return [
    ...alsoIn(also, statement.article.outlet),
    ...(disputed.length === 0 ? [] : [' · ', { bold: `Disputed: ${[...new Set(disputed)].join('; ')}` }]),
  ]
}
