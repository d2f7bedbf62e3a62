import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Problem } from '#core/problem.ts'
import { readArticle } from '#ingest/articles/read-article.ts'

/** A file, read as the bot would read it, or standard input as it is for `-`. */
export async function readInput(file: string, input: Readable): Promise<{ text: string; title: string }> {
  if (file === '-') return { text: (await buffer(input)).toString('utf8'), title: '' }
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new Problem(`${file} cannot be read (${cause.code ?? cause.message}).`, {
      hint: 'Check the path and try again.',
      cause,
    })
  })
  return readArticle(bytes, file, new Date())
}
