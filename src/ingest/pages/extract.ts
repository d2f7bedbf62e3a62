import { Readability } from '@mozilla/readability'
import { type Block, findBlocks } from './blocks.ts'
import { clean } from './clean.ts'
import type { PageDocument, PageElement } from './dom.ts'
import { prune } from './prune.ts'

/** More than any article has; a page that is only markup must not keep the worker busy. */
const MOST_ELEMENTS = 60_000

/**
 * The blocks of the article on a page, in order, each with its words as the page has them. Takes the
 * document apart on the way.
 */
export function extract(document: PageDocument, title: string): readonly Block[] {
  prune(document)
  const reader = new Readability<PageElement>(document, {
    keepClasses: true,
    serializer: (element) => element,
    disableJSONLD: true,
    maxElemsToParse: MOST_ELEMENTS,
  })
  const article = parse(reader)
  const content = article?.content
  return content == null ? [] : clean(findBlocks(content), title === '' ? (article?.title ?? '') : title)
}

/** Readability trips over trees that no browser builds (a body inside a div): such a page has no article to it. */
function parse(reader: Readability<PageElement>): ReturnType<Readability<PageElement>['parse']> {
  try {
    return reader.parse()
  } catch (error) {
    if (error instanceof TypeError || isTooLarge(error)) return null
    throw error
  }
}

/** What it throws past `maxElemsToParse`: a plain `Error` that only its words tell. */
const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Aborting parsing document')
