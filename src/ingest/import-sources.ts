import type { Place } from '#core/place.ts'
import type { Memo } from '#core/ports/memo.ts'
import type { FoundSource, Probe, Reader } from '#core/ports/reader.ts'
import type { Sources } from '#core/ports/sources.ts'
import { Problem } from '#core/problem.ts'
import { jitter } from '#core/visits/jitter.ts'
import type { SourceLink } from './source.ts'

/** Entries tried at once; the fetcher sees to it that no host is asked by two of them. */
const AT_ONCE = 48
/** The first visits of what is added are spread over so long. In milliseconds. */
const SPREAD = 10 * 60_000
/** Dead entries are remembered so many at a time: an import that is stopped does not try them again. */
const REMEMBERED = 20

export interface ImportParts {
  readonly sources: Pick<Sources, 'add' | 'at'>
  readonly reader: Pick<Reader, 'probe'>
  readonly memo: Memo
  readonly place: Place
  readonly createdBy: string
  readonly stop: AbortSignal
  now(): Date
  onProgress(report: ImportReport): void
}

export interface ImportReport {
  readonly total: number
  readonly added: number
  /** The channel has them already, maybe from an import that was stopped. */
  readonly known: number
  readonly dead: readonly { readonly link: SourceLink; readonly sentence: string }[]
  /** Everything was tried. */
  readonly finished: boolean
}

/**
 * Tries every entry of a list and adds those that can be read to a channel. Can be stopped or killed at any moment:
 * run again, it goes on with what it has not tried.
 */
export async function importSources(parts: ImportParts, links: readonly SourceLink[]): Promise<ImportReport> {
  const { sources, memo, place, now } = parts
  const remembered = `import to ${JSON.stringify([place.platform, place.tenant ?? '', place.channel])}`
  const tried = new Map<string, string>(JSON.parse((await memo.get(remembered)) ?? '[]'))
  const here = await sources.at(place)
  const has = new Set(here.flatMap(({ url, given }) => [url, given]))
  const dead: { link: SourceLink; sentence: string }[] = []
  const todo: SourceLink[] = []
  let added = 0
  let known = 0
  let unsaved = 0
  for (const link of links) {
    const before = tried.get(link.url)
    if (has.has(link.url)) known += 1
    else if (before !== undefined) dead.push({ link, sentence: before })
    else todo.push(link)
  }
  const report = (finished: boolean): ImportReport => ({ total: links.length, added, known, dead, finished })

  async function bury(link: SourceLink, sentence: string): Promise<void> {
    dead.push({ link, sentence })
    tried.set(link.url, sentence)
    unsaved += 1
    if (unsaved < REMEMBERED) return
    unsaved = 0
    await memo.set(remembered, JSON.stringify([...tried]))
  }

  async function one(link: SourceLink): Promise<void> {
    const found = await probe(parts.reader, link)
    if (parts.stop.aborted) return
    if (typeof found === 'string') return bury(link, found)
    if (has.has(found.url)) {
      known += 1
      return
    }
    has.add(found.url)
    const moment = now()
    const nextVisit = new Date(moment.getTime() + SPREAD * jitter(found.url))
    const title = link.title ?? found.title
    await sources.add([{ ...found, title, place, createdBy: parts.createdBy, given: link.url, nextVisit }], moment)
    added += 1
  }

  const worker = async (): Promise<void> => {
    for (let link = todo.shift(); link !== undefined && !parts.stop.aborted; link = todo.shift()) {
      await one(link)
      parts.onProgress(report(false))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  const finished = !parts.stop.aborted
  // Whoever imports a list anew after it was done wants the dead ones tried again.
  await memo.set(remembered, finished ? '[]' : JSON.stringify([...tried]))
  return report(finished)
}

async function probe(reader: Pick<Reader, 'probe'>, { url }: SourceLink): Promise<FoundSource['source'] | string> {
  try {
    const found: Probe = await reader.probe(url)
    if (found.kind === 'source') return found.source
    return `The page names ${found.choices.length} feeds; add the one you want by its own address, such as ${found.choices[0]?.url}.`
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return typeof error.hint === 'string' ? `${error.message} ${error.hint}` : error.message
  }
}
