import { z } from 'zod'
import type { Context } from '../context.ts'
import { mustManageIts } from '../must-manage.ts'
import type { WatchedSource } from '../ports/sources.ts'
import { Problem } from '../problem.ts'
import { type Action, type Inline, run } from '../reply.ts'
import { linkTyped } from '../text/link-typed.ts'
import { isTrouble } from '../visits/judge.ts'

/** The option by which most subcommands name a source. */
export const sourceId = {
  id: z
    .string()
    .trim()
    .max(2000)
    .optional()
    .describe('Which source, by its id or its link; may be left out when there is one'),
}

/** The source of this channel that is meant: by id or link, or the only one. Throws `Problem` with a button for each where it is unclear. */
export async function whichSource(id: string | undefined, command: string, context: Context): Promise<WatchedSource> {
  const here = await context.sources.at(context.place)
  const asked = id?.trim()
  const found = asked ? sourceNamed(asked, here) : here.length === 1 ? here[0] : undefined
  if (found) return found
  if (here.length === 0) throw noSources()
  throw new Problem(asked ? `This channel has no source ${asked.slice(0, 80)}.` : 'This channel has several sources.', {
    hint: ['Which one do you mean? ', { typed: 'source list' }, ' shows them all.'],
    actions: here.slice(0, BUTTONS).map((source) => run(`${source.id}: ${source.title}`, command, { id: source.id })),
  })
}

const BUTTONS = 20

/** By its id, of which the number will do, by its link as it is or was given, or by one that differs in its scheme or a slash at the end. */
function sourceNamed(words: string, here: readonly WatchedSource[]): WatchedSource | undefined {
  const link = linkTyped(words)
  const id = words.toLowerCase().replace(/^(?=\d+$)/, 's')
  const exact = here.find((source) => source.id === id || source.url === link || source.given === link)
  if (exact) return exact
  const alike = here.filter(({ url, given }) => [url, given].some((one) => bare(one) === bare(link)))
  return alike.length === 1 ? alike[0] : undefined
}

const bare = (link: string): string =>
  linkTyped(link)
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')

export const noSources = (): Problem =>
  new Problem('This channel has no source yet.', {
    hint: [
      'Somebody who manages the channel can add a feed or a news site: ',
      { typed: 'source add link:https://news.example' },
    ],
  })

/** Throws `Problem` unless the asker may manage the channel. */
export const mustManageSources = (context: Context): Promise<void> =>
  mustManageIts('sources', ['source list', 'source test'], context)

const READ_AS: Readonly<Record<WatchedSource['kind'], string>> = {
  feed: '',
  sitemap: ' · read by its sitemap',
  page: ' · read for its links',
}

/** All that there is to know about a source, in one line. */
export function sourceLine(source: WatchedSource, timezone: string): readonly Inline[] {
  const { id, title, url, kind, paused, state } = source
  const { lastItem, nextVisit, moved, note } = state
  const time = (date: Date): Inline => ({ time: date.toISOString(), zone: timezone })
  return [
    { bold: id },
    ' · ',
    { link: title, url },
    READ_AS[kind],
    ' · ',
    ...healthOf(source, time),
    ...(lastItem === undefined ? [] : [' · last item ', time(lastItem)]),
    ...(paused === undefined ? [' · next visit ', time(nextVisit)] : []),
    ...(moved === undefined ? [] : [' · moved here ', time(moved.at), ` from ${moved.from}`]),
    ...(note === undefined ? [] : [' · ', { italic: note } as const]),
  ]
}

function healthOf({ paused, state }: WatchedSource, time: (date: Date) => Inline): readonly Inline[] {
  if (paused !== undefined) return [{ bold: 'paused' }, `: ${paused.reason}`]
  const { health } = state
  if (isTrouble(health)) return [{ bold: health.kind }, ' since ', time(health.since), `: ${health.why}`]
  return [health.kind === 'new' ? 'not read yet' : 'ok']
}

/** Menu entries for the `id` option of this channel's sources. */
export async function suggestSources(typed: string, context: Context) {
  const here = await context.sources.at(context.place)
  const wanted = typed.trim().toLowerCase()
  return here
    .filter(({ id, title, url }) => wanted === '' || [id, title.toLowerCase(), url].some((one) => one.includes(wanted)))
    .slice(0, 25)
    .map(({ id, title }) => ({ label: `${id}: ${title}`, value: id }))
}

/** What one may want next after touching a source. */
export function sourceActions({ id, paused }: WatchedSource): readonly Action[] {
  return [
    run(`Test ${id}`, 'source test', { id }),
    paused ? run(`Resume ${id}`, 'source resume', { id }) : run(`Pause ${id}`, 'source pause', { id }),
  ]
}
