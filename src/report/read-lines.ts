import type { Readable } from 'node:stream'
import { MAX_BYTES } from '#ingest/articles/read-file.ts'

export type Line =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly fault: string }

const NEWLINE = 0x0a

/** Lines of UTF-8, numbered from 1. One that is too long or no text is named, never kept, and the rest goes on. */
export async function* readLines(input: Readable): AsyncGenerator<Line> {
  let number = 1
  let parts: Uint8Array[] = []
  let length = 0
  const take = (part: Uint8Array): void => {
    length += part.length
    if (length <= MAX_BYTES) parts.push(part)
    else parts = []
  }
  const finish = (): Line => {
    const line = length > MAX_BYTES ? tooLong(number, length) : decoded(number, parts)
    number++
    parts = []
    length = 0
    return line
  }
  for await (const chunk of input) {
    let rest: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    for (let end = rest.indexOf(NEWLINE); end !== -1; end = rest.indexOf(NEWLINE)) {
      take(rest.subarray(0, end))
      yield finish()
      rest = rest.subarray(end + 1)
    }
    take(rest)
  }
  if (length > 0) yield finish()
}

function decoded(number: number, parts: readonly Uint8Array[]): Line {
  try {
    return { number, text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)) }
  } catch {
    return { number, fault: `line ${number} is not UTF-8` }
  }
}

const tooLong = (number: number, length: number): Line => ({
  number,
  fault: `line ${number} has ${(length / 1e6).toFixed(1)} MB, and may have at most ${MAX_BYTES / 1e6} MB`,
})
