import { basename, extname } from 'node:path'
import { Problem } from '#core/problem.ts'
import { decodeText } from '../articles/decode-text.ts'
import { readMarkdown } from '../articles/markdown-text.ts'
import { plainParagraphs } from '../articles/paragraphs.ts'
import { pageWorker } from '../pages/page-worker.ts'
import { plainTitle } from '../pages/titles.ts'
import { type Document, type Page, type Reading, source } from '../source.ts'

/** Pasted words longer than this are a file. In bytes. */
const MOST_BYTES = 5_000_000
/** A first line that is longer than this is no title but the text. In characters. */
const LONGEST_TITLE = 200
const MARKDOWN = /^(?:text|application)\/(?:x-)?markdown$/

export default source({
  recognises({ bytes, type, url }) {
    if (isPdf(bytes)) return 1
    if (type === 'application/pdf' || MARKDOWN.test(type)) return 0.8
    if (type === 'text/plain') return 0.6
    return type === '' && /^(?:text|file):/.test(url) ? 0.5 : 0
  },
  async read(document) {
    if (isPdf(document.bytes)) return pageWorker.read(document, 'pdf')
    if (document.bytes.length > MOST_BYTES)
      throw new Problem(`The text is longer than ${MOST_BYTES / 1e6} MB. Give one article at a time.`)
    if (document.type === 'application/pdf')
      return refused('not-html', 'This is called a PDF but is none. Save it again, or paste its text.')
    return readWords(document)
  },
})

/** The mark may come after some bytes that a mail program put before it. */
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-')

function readWords(document: Document): Reading {
  const { heading, paragraphs } = isMarkdown(document) ? readMarkdown(cleaned(document)) : readPlain(cleaned(document))
  const text = paragraphs.join('\n\n')
  if (text === '') return refused('empty', 'There are no words in this text. Paste the article itself.')
  const title = plainTitle(heading ?? titleOf(document) ?? paragraphs[0] ?? '')
  const page: Page = { title, text }
  return { kind: 'page', page }
}

const refused = (why: 'empty' | 'not-html', sentence: string): Reading => ({ kind: 'refused', why, sentence })

const isMarkdown = ({ type, url }: Document): boolean => MARKDOWN.test(type) || /\.(?:md|markdown)$/i.test(url)

/** A short first line with a blank one below it is the title. */
function readPlain(text: string): { readonly heading?: string; readonly paragraphs: readonly string[] } {
  const first = /^\s*(\S[^\n]*)\n[^\S\n]*\n/.exec(text)
  const heading = first?.[1]?.trim()
  if (first === null || heading === undefined || heading.length > LONGEST_TITLE || /[.!?…]["'”’»)]*$/.test(heading)) {
    return { paragraphs: plainParagraphs(text) }
  }
  return { heading, paragraphs: plainParagraphs(text.slice(first[0].length)) }
}

function titleOf({ url }: Document): string | undefined {
  if (!url.startsWith('file:')) return undefined
  const name = decodeURIComponent(new URL(url).pathname.replace(/%(?![\da-f]{2})/gi, '%25'))
  return basename(name, extname(name)).replace(/[-_]+/g, ' ').trim() || undefined
}

/** One kind of line break, and no characters that nobody can see. Throws `ArticleFault` where it is no text. */
const cleaned = ({ bytes, charset, url }: Document): string =>
  decoded(bytes, charset, url)
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '')

/** By the charset that came with it; else strictly UTF-8, because a guessed encoding changes words. */
function decoded(bytes: Uint8Array, charset: string | undefined, url: string): string {
  try {
    if (charset !== undefined && !/^utf-?8$/i.test(charset))
      return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    // Said wrongly, or a name that nobody knows: the bytes speak for themselves.
  }
  return decodeText(bytes, url.startsWith('text:') ? 'The text' : url)
}
