import type { Entry } from '../ports/library.ts'
import { type Block, type Inline, text } from '../reply.ts'
import { count } from '../text/in-words.ts'
import type { Told } from './fold-copies.ts'
import type { Seen } from './last-read.ts'
import { type ContentTerms, newPoints, type Point, pointBlock } from './story-points.ts'
import { type Voice, voiceBlock } from './story-voices.ts'
import { changeLines, changeSentences } from './version-report.ts'
import { compareVersions } from './versions.ts'

const POINTS = 4
const VOICES = 2

/** What a reader of some of a story’s articles has not been told. */
export interface StoryNews {
  readonly last: Date
  /** Articles that came in since. */
  readonly added: number
  readonly points: readonly Point[]
  readonly voices: readonly Voice[]
  /** What outlets changed in articles that were read, a line each. */
  readonly changes: readonly (readonly Inline[])[]
}

interface Looked {
  readonly all: readonly Told[]
  readonly points: readonly Point[]
  readonly voices: readonly Voice[]
  /** Not empty. */
  readonly seen: Seen
  readonly content: ContentTerms
}

/** A copy of a text that was shown is not new, nor is a sentence that one of them says, nor a quote that one carries. */
export function findNews({ all, points, voices, seen, content }: Looked): StoryNews {
  const entries = all.flatMap(({ copies }) => copies)
  const isAsRead = ({ article }: Entry): boolean => {
    const read = seen.get(article.id)
    return read !== undefined && read.was === undefined
  }
  const unread = new Set(all.filter(({ copies }) => !copies.some(isAsRead)))
  const fresh = newPoints(
    points.filter(({ told }) => unread.has(told)),
    entries.flatMap((entry) => {
      const read = seen.get(entry.article.id)
      return read === undefined ? [] : [read.was ?? entry]
    }),
    content,
  )
  return {
    last: lastOf(seen),
    added: entries.filter(({ article }) => !seen.has(article.id)).length,
    points: fresh.slice(0, POINTS),
    voices: voices.filter(({ carried }) => !carried.some(({ article }) => seen.has(article.id))).slice(0, VOICES),
    changes: changesOf(entries, seen),
  }
}

const lastOf = (seen: Seen): Date => new Date(Math.max(...[...seen.values()].map(({ last }) => last.getTime())))

function changesOf(entries: readonly Entry[], seen: Seen): readonly (readonly Inline[])[] {
  return entries.flatMap((entry) => {
    const was = seen.get(entry.article.id)?.was
    if (was === undefined) return []
    return changeSentences(compareVersions(was, entry)).map((line) => [`${entry.article.outlet}: `, ...line])
  })
}

/** What is new comes first; where nothing is, one line says so. */
export function newBlocks({ last, added, points, voices, changes }: StoryNews, zone: string): readonly Block[] {
  const when: Inline = { time: last.toISOString(), zone }
  if (points.length + voices.length + changes.length > 0) {
    return [
      text({ bold: 'New since you last read this here' }, ' (', when, ')'),
      ...points.map(pointBlock),
      ...voices.map(voiceBlock),
      ...changeLines(changes),
    ]
  }
  const said =
    added === 0
      ? ['Nothing new since you last read this here (', ').']
      : [`${count(added, 'more article')} since you last read this here (`, '), with nothing new in it.']
  return [text({ italic: said[0]! }, when, { italic: said[1]! })]
}

/** The same of one article that is told alone. */
export function newOfOne(entry: Entry, seen: Seen, zone: string): readonly Block[] {
  if (seen.size === 0) return []
  return newBlocks({ last: lastOf(seen), added: 0, points: [], voices: [], changes: changesOf([entry], seen) }, zone)
}
