import type { Inline } from '../reply.ts'
import { parseQuery, respelled } from './query-line.ts'
import { type Speller, type Unfound, unfoundIn } from './unfound.ts'

/** A line in which each part that is a slip for something is put right; undefined where there is none. */
export function putRight(line: string, unfound: readonly Unfound[]): string | undefined {
  const right = unfound.reduce(
    (so, { key, typed, meant }) =>
      meant === undefined ? so : respelled(so, typed, meant, key === 'word' ? undefined : key),
    line,
  )
  return right === line ? undefined : right
}

/** What a line that found nothing was meant to be, as far as its spelling goes: only what does find something. */
export async function didYouMean(line: string, context: Speller): Promise<string | undefined> {
  const right = putRight(line, await unfoundIn(parseQuery(line), context))
  return right !== undefined && (await context.library.hits(parseQuery(right), 1)).length > 0 ? right : undefined
}

export const meantInstead = (right: string): readonly Inline[] => ['Did you mean ', { bold: right }, '? ']
