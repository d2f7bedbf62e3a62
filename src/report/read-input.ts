import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { ArticleFault } from '#ingest/articles/article-fault.ts'
import { decodeText } from '#ingest/articles/decode-text.ts'
import { readArticle } from '#ingest/articles/read-article.ts'
import { MAX_BYTES, readFileBytes, tooBig } from '#ingest/articles/read-file.ts'
import { unreadablePath } from './unreadable-path.ts'

const STANDARD_INPUT = 'Standard input'

/** A file, read as the bot would read it, or for `-` standard input as it is, within the same bounds. */
export async function readInput(file: string, input: Readable): Promise<{ text: string; title: string }> {
  if (file === '-') return { text: decodeText(await readAll(input), STANDARD_INPUT), title: '' }
  try {
    const { size } = await stat(file)
    return readArticle(await readFileBytes({ path: file, size }), file, new Date())
  } catch (error) {
    // What is wrong with an article is said by its reader; what is wrong with a path is the caller's to mend here.
    if (error instanceof ArticleFault && !error.passing) throw error
    const cause = error instanceof ArticleFault ? error.cause : error
    if (!(cause instanceof Error && 'code' in cause)) throw error
    throw unreadablePath(file, String(cause.code), cause)
  }
}

async function readAll(input: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > MAX_BYTES) throw tooBig(STANDARD_INPUT, size)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
