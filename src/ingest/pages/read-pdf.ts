import { extractText, getDocumentProxy } from 'unpdf'
import type { Reading } from '../source.ts'
import { pdfParagraphs } from './pdf-paragraphs.ts'
import { refuse } from './refusal.ts'
import { plainTitle } from './titles.ts'

/** An article with all its appendices; a book is none. In pages. */
const MOST_PAGES = 200

/** Reads the words of a PDF. One that holds pictures of pages has none, and is refused. */
export async function readPdf(bytes: Uint8Array, address: string): Promise<Reading> {
  const url = new URL(address)
  const pdf = await getDocumentProxy(bytes, { verbosity: 0 })
  if (pdf.numPages > MOST_PAGES) {
    return {
      ...refuse('not-html', url),
      sentence: `The PDF has ${pdf.numPages} pages, more than an article. Paste the part that matters.`,
    }
  }
  const { text: pages } = await extractText(pdf, { mergePages: false })
  const paragraphs = pdfParagraphs(pages)
  if (paragraphs.join('').length < 40) {
    return {
      kind: 'refused',
      why: 'empty',
      sentence: 'The PDF holds pictures of its pages and no words. Give the text, or a PDF with text.',
    }
  }
  const { info } = await pdf.getMetadata()
  const given = 'Title' in info && typeof info.Title === 'string' ? plainTitle(info.Title) : ''
  const title =
    given === '' || /^(?:untitled|microsoft word|.*\.docx?$)/i.test(given) ? plainTitle(paragraphs[0] ?? '') : given
  return { kind: 'page', page: { title, text: paragraphs.join('\n\n') } }
}
