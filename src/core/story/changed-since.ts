import { passages } from '../briefing/statement.ts'
import type { Context } from '../context.ts'
import type { Entry, Statement } from '../ports/library.ts'
import { type Block, type Inline, text } from '../reply.ts'
import { weighty } from './updates.ts'
import { compareQuotes } from './version-quotes.ts'
import { changeLines, changeSentences } from './version-report.ts'
import { compareVersions } from './versions.ts'

/** For somebody who reads these articles for the first time: what their outlets changed since they were first read here. */
export async function changedBlocks(
  entries: readonly Entry[],
  { versions, timezone: zone }: Pick<Context, 'versions' | 'timezone'>,
): Promise<readonly Block[]> {
  const lines: (readonly Inline[])[] = []
  let last: Date | undefined
  for (const entry of entries) {
    const older = await versions(entry.article.id)
    const [first] = older
    if (first === undefined) continue
    const changes = weighty(compareVersions(first.entry, entry))
    const until = older.at(-1)!.until
    if (changes.length > 0 && (last === undefined || until > last)) last = until
    const outlet = entries.length > 1 ? [`${entry.article.outlet}: `] : []
    lines.push(...changeSentences(changes).map((line) => [...outlet, ...line]))
  }
  if (last === undefined) return []
  return [
    text({ bold: 'Changed since it was first read here' }, ' (last ', { time: last.toISOString(), zone }, ')'),
    ...changeLines(lines),
  ]
}

/** In the line of an article: that what is shown is not what it said at first. Empty where that is so. */
export async function changedLine(
  entry: Entry,
  { versions, timezone: zone }: Pick<Context, 'versions' | 'timezone'>,
): Promise<readonly Inline[]> {
  const older = await versions(entry.article.id)
  const [first] = older
  if (first === undefined || weighty(compareVersions(first.entry, entry)).length === 0) return []
  return [' · changed since it was first read (last ', { time: older.at(-1)!.until.toISOString(), zone }, ')']
}

/** What its outlet changed in a quote since it was first read: its words, or whose they are. */
export async function changedQuote(
  { article, quote }: Statement,
  { versions, library, timezone: zone }: Pick<Context, 'versions' | 'library' | 'timezone'>,
): Promise<readonly Block[]> {
  const older = await versions(article.id)
  const [first] = older
  const now = first && (await library.find(article.id))
  if (first === undefined || now === undefined) return []
  const words = JSON.stringify(passages(article.text, quote))
  const changes = compareQuotes(first.entry, now).filter((change) => {
    const is =
      change.kind === 'quote changed' ? change.after : change.kind === 'speaker changed' ? change.quote : undefined
    return is !== undefined && JSON.stringify(is.passages) === words
  })
  const until = older.at(-1)!.until.toISOString()
  return changeSentences(changes).map((line) => text(...line, ' (found ', { time: until, zone }, ')'))
}
