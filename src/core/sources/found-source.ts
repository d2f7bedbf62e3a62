import type { Probe } from '../ports/reader.ts'
import { type Block, choice, heading, type Inline, run, text } from '../reply.ts'
import { count } from '../text/in-words.ts'

const MINUTE = 60_000

/** What was found at a link, for whoever may want to add it. */
export function foundBlocks(
  { source, items, newest, interval, remarks }: Extract<Probe, { kind: 'source' }>,
  timezone: string,
): readonly Block[] {
  return [
    heading(source.title),
    text(
      { link: source.url, url: source.url },
      ` · ${count(items, 'article')} · looked at about every ${span(interval)}`,
    ),
    ...(newest === undefined
      ? [text('There is nothing in it yet.')]
      : [
          text(
            'Newest: ',
            newest.url === undefined ? { bold: newest.title } : { link: newest.title, url: newest.url },
            ...(newest.published === undefined
              ? [' · without a date']
              : [' · ', { time: newest.published.toISOString(), zone: timezone } satisfies Inline]),
          ),
        ]),
    ...remarks.map((remark) => text({ italic: remark })),
  ]
}

/** Asks which of several feeds is meant; the answer runs `command` with its link. */
export function feedChoice({ title, choices }: Extract<Probe, { kind: 'choice' }>, command: string): readonly Block[] {
  return [
    text(`${title === undefined ? 'That page' : `“${title}”`} names ${choices.length} feeds.`),
    ...choices.map(({ url, title: name }) => text({ bold: name ?? 'Feed' }, ` ${url}`)),
    choice(
      'Which one?',
      choices.map(({ url, title: name }) => run(name ?? url, command, { link: url })),
    ),
  ]
}

function span(ms: number): string {
  const minutes = Math.round(ms / MINUTE)
  if (minutes < 90) return `${minutes} minutes`
  const hours = Math.round(minutes / 60)
  return hours === 24 ? 'day' : `${hours} hours`
}
