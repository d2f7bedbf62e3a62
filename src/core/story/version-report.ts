import { type Block, type Inline, text } from '../reply.ts'
import { count } from '../text/in-words.ts'
import type { Change, QuoteIn } from './versions.ts'
import type { WordChange } from './word-changes.ts'

/** More lines of what changed are counted, not shown. */
const CHANGES = 4

/** Changes as a list, a line each; all that there are in what is shown of it and a count of the rest. */
export function changeLines(lines: readonly (readonly Inline[])[]): readonly Block[] {
  const rest = lines.length - CHANGES
  return [
    ...lines.slice(0, CHANGES).map((line) => text('• ', ...line)),
    ...(rest > 0 ? [text({ italic: `and ${count(rest, 'more change')}` })] : []),
  ]
}

/** One sentence for each change, for a reply. What stands in quotation marks is the article's own wording, then or now. */
export const changeSentences = (changes: readonly Change[]): readonly (readonly Inline[])[] => changes.map(sentence)

function sentence(change: Change): readonly Inline[] {
  switch (change.kind) {
    case 'headline':
      return [{ bold: 'Headline changed' }, ` from “${change.before}” to “${change.after}”.`]
    case 'quote added':
      return [{ bold: 'New quote' }, `${by(change.quote)}: “${words(change.quote)}”`]
    case 'quote removed':
      return [{ bold: 'Quote gone' }, `${by(change.quote)}: “${words(change.quote)}” is no longer in the article.`]
    case 'quote changed':
      return [
        { bold: 'Quote changed' },
        `${by(change.after)}: ${change.words.map(wordChange).join('; ')}. `,
        `Before: “${words(change.before)}” Now: “${words(change.after)}”`,
      ]
    case 'speaker changed':
      return [
        { bold: 'Speaker changed' },
        `: “${words(change.quote)}” was given to ${change.before ?? 'nobody by name'} and now is to ${change.quote.speaker ?? 'nobody by name'}.`,
      ]
    case 'figure added':
      return [{ bold: 'New figure' }, `: ${change.figure.written}${of(change.figure.counts)}.`]
    case 'figure removed':
      return [
        { bold: 'Figure gone' },
        `: ${change.figure.written}${of(change.figure.counts)} is no longer in the article.`,
      ]
    case 'figure changed':
      return [
        { bold: 'Figure changed' },
        `${of(change.counts)}: was ${change.before}, now ${change.after}.`,
        ...(change.sentence === undefined ? [] : [` “${change.sentence}”`]),
      ]
    case 'text':
      return [
        { bold: 'Text changed' },
        `: ${count(change.added, 'paragraph')} new or reworded, ${count(change.removed, 'paragraph')} gone or reworded.`,
      ]
  }
}

const words = (quote: QuoteIn): string => quote.passages.join(' … ')
const by = ({ speaker }: QuoteIn): string => (speaker === undefined ? '' : ` by ${speaker}`)
const of = (counts: string): string => (counts === '' ? '' : ` (${counts})`)

function wordChange({ before, after }: WordChange): string {
  if (before === '') return `“${after}” was put in`
  if (after === '') return `“${before}” was taken out`
  return `“${before}” became “${after}”`
}
