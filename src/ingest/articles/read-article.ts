import { basename, extname } from 'node:path'
import type { Article } from '#core/article.ts'
import { whichLanguage } from '#core/text/which-language.ts'
import { ArticleFault, type Fault } from './article-fault.ts'
import { type ArticleFields, MAX_TITLE, parseArticleFields } from './article-fields.ts'
import { articleId } from './article-id.ts'
import { decodeText } from './decode-text.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import { readMarkdown } from './markdown-text.ts'
import { plainParagraphs } from './paragraphs.ts'

/** Shown where a file does not say who published it. */
const NO_OUTLET = 'Unattributed'
/** Clocks that should agree seldom do: a date this close ahead is not "in the future". In milliseconds. */
const CLOCK_SKEW = 5 * 60_000

/**
 * Reads one article file: Markdown with front matter, or plain text whose first line is the title.
 * `modified` is when the file last changed; it stands in where no `published` is given.
 * Throws `ArticleFault`, a `Problem`, with everything that is wrong with the file.
 */
export const readArticle = (bytes: Uint8Array, path: string, now: Date, modified?: Date): Article =>
  readArticleFile(bytes, path, now, modified).article

export interface ArticleFile {
  readonly article: Article
  /** Whether it says of itself that it comes with the bot. */
  readonly shipped: boolean
}

/** The same with what the file says that is no part of the article. Throws alike. */
export function readArticleFile(bytes: Uint8Array, path: string, now: Date, modified: Date = now): ArticleFile {
  if (bytes.length === 0) {
    throw new ArticleFault(path, [{ reason: 'the file is empty. Write the article into it, or remove it.' }])
  }
  const front = readFrontMatter(cleaned(decodeText(bytes, path)))
  const { fields, faults: fieldFaults } = parseArticleFields(front.fields)
  const isPlain = extname(path).toLowerCase() === '.txt'
  const { title, paragraphs } = isPlain ? readPlain(front.body, fields, path) : readBody(front.body, fields)

  const early = fields.published !== undefined && fields.published.getTime() > now.getTime() + CLOCK_SKEW
  const faults: readonly Fault[] = [
    ...front.faults,
    // On a line that is no YAML, what the field should be is the second question.
    ...fieldFaults.filter((fault) => !front.faults.some(({ line }) => line === fault.line)),
    ...(early ? [tooEarly(front, now)] : []),
    // Front matter that could not be read hides the title, and may hide the text.
    ...(front.faults.length === 0 ? gaps(front, title, paragraphs) : []),
  ]
  if (faults.length > 0 || title === undefined) {
    throw new ArticleFault(path, faults, { until: early && faults.length === 1 ? fields.published : undefined })
  }
  const outlet = fields.outlet ?? NO_OUTLET
  const text = paragraphs.join('\n\n')
  const article: Article = {
    id: articleId({ url: fields.url, outlet, title, published: fields.published }),
    title,
    outlet,
    ...(fields.url !== undefined && { url: fields.url }),
    published: fields.published ?? new Date(Math.min(modified.getTime(), now.getTime())),
    ...(fields.published === undefined && { publishedEstimated: true as const }),
    ...(fields.byline !== undefined && { byline: fields.byline }),
    language: fields.language ?? whichLanguage(text) ?? 'en',
    sample: fields.sample ?? false,
    text,
  }
  return { article, shipped: fields.shipped ?? false }
}

interface TitledText {
  readonly title: string | undefined
  readonly paragraphs: readonly string[]
}

function readBody(body: string, fields: ArticleFields): TitledText {
  const { heading, paragraphs } = readMarkdown(body)
  return { title: fields.title ?? heading, paragraphs }
}

function readPlain(body: string, fields: ArticleFields, path: string): TitledText {
  if (fields.title !== undefined) return { title: fields.title, paragraphs: plainParagraphs(body) }
  const text = body.trimStart()
  const first = text.split('\n', 1)[0] ?? ''
  // Too long for a title: the text starts at once, and no word of it may be lost.
  if (first.length > MAX_TITLE) return { title: titleOfFile(path), paragraphs: plainParagraphs(text) }
  return { title: first.trim() || undefined, paragraphs: plainParagraphs(text.slice(first.length)) }
}

const titleOfFile = (path: string): string => basename(path, extname(path)).replace(/[-_]+/g, ' ').trim()

function gaps(front: FrontMatter, title: string | undefined, paragraphs: readonly string[]): readonly Fault[] {
  const faults: Fault[] = []
  if (title === undefined && !isGiven(front, 'title')) {
    const reason = 'there is no title. Add “title: …” to the front matter, or start the text with a line “# …”.'
    faults.push({ line: 1, reason })
  }
  if (title !== undefined && title.length > MAX_TITLE) {
    const reason = `the title has ${title.length} characters, and at most ${MAX_TITLE} are shown. Give a shorter one with “title: …” in the front matter.`
    faults.push({ line: front.bodyLine, reason })
  }
  if (paragraphs.length === 0) {
    faults.push({ line: front.bodyLine, reason: 'there is no text. Write the article below its title.' })
  }
  return faults
}

/** Whether a field is there with anything in it, be it faulty. */
function isGiven(front: FrontMatter, name: string): boolean {
  const field = front.fields.get(name)
  return field !== undefined && field.value !== ''
}

function tooEarly(front: FrontMatter, now: Date): Fault {
  const { value, line } = front.fields.get('published') ?? { value: '', line: 1 }
  const reason = `published is ${value}, which is in the future (it is ${now.toISOString().slice(0, 16)}Z). Correct it; if it is right, the article appears then.`
  return { line, reason }
}

/** One kind of line break, and no characters that nobody can see and a terminal would obey. */
const cleaned = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\ufdd0-\ufdef]/g, '')
