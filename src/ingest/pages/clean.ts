import type { Block } from './blocks.ts'
import {
  BYLINE,
  DATELINE,
  ENDS_THE_ARTICLE,
  IS_ADDRESS,
  LONGEST_NOTHING,
  SAYS_NOTHING,
  SHORTCODE,
  STAMP,
} from './boilerplate.ts'
import { foldTitle } from './titles.ts'

/** Share of a line that may be links before the line is one. */
const LINKS_ONLY = 0.75
/** Prose: what an article is made of. In characters. */
const PROSE = 80
/** Where the last part of a text begins, and how much of it a heading may take with it. */
const LAST_PART = 0.5
const MOST_CUT = 0.4
/** More paragraphs than these below it are the article going on. */
const MOST_PROSE_CUT = 3
const LONGEST_CAPTION = 400
/** So many lines at either end are looked at more strictly. */
const EDGE = 6

/** Takes the lines out that readers would not call part of the article. No line is changed. */
export function clean(blocks: readonly Block[], title: string): readonly Block[] {
  const told = blocks.filter((block) => !isLinks(block) && !isNoise(block) && !isCaption(block))
  return trimEnd(trimStart(cutTail(told), title))
}

const isLinks = ({ text, linked }: Block): boolean => linked >= LINKS_ONLY * text.length

const isNoise = ({ text }: Block): boolean =>
  (text.length <= 60 && SAYS_NOTHING[0]!.test(text)) ||
  (text.length <= LONGEST_NOTHING && SAYS_NOTHING[1]!.test(text)) ||
  IS_ADDRESS.test(text) ||
  SHORTCODE.test(text)

const CAPTION_END =
  /(?:\((?:(?:file )?photo|image|picture|credit|ap photo|reuters|getty|afp|source|via)\b[^()]*\)|\b(?:photo|image|picture)(?: credit)?s?: ?[^.!?]{2,60}|(?:getty images?|shutterstock|istock|ap photo|afp)(?:\/[\w .]+| via .{2,30})?\)?)\.?$/i

function isCaption({ text, element }: Block): boolean {
  if (text.length >= LONGEST_CAPTION || element.matches('h1, h2, h3, h4')) return false
  return CAPTION_END.test(text) || element.closest('figure') !== null
}

/** From a heading such as "More from Sport" on, when it stands late and little stands below it. */
function cutTail(blocks: readonly Block[]): readonly Block[] {
  const lengths = blocks.map(({ text }) => text.length)
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  let before = 0
  for (const [index, { text }] of blocks.entries()) {
    const isLate = before >= LAST_PART * whole && whole - before <= MOST_CUT * whole
    if (isLate && text.length <= PROSE && ENDS_THE_ARTICLE.test(text)) {
      const below = blocks.slice(index + 1)
      if (below.filter((block) => block.text.length >= PROSE).length <= MOST_PROSE_CUT) return blocks.slice(0, index)
    }
    before += text.length
  }
  return blocks
}

function trimStart(blocks: readonly Block[], title: string): readonly Block[] {
  const wanted = foldTitle(title)
  let start = 0
  for (const [index, { text, element }] of blocks.slice(0, EDGE).entries()) {
    const folded = foldTitle(text)
    const isTitle = folded !== '' && (folded === wanted || (element.matches('h1, h2') && wanted.startsWith(folded)))
    if (
      isTitle ||
      BYLINE.test(text) ||
      isDate(text) ||
      (text.length < PROSE && element.matches('h1')) ||
      isNothing(text)
    )
      start = index + 1
    else if (text.length >= PROSE && element.matches('p')) break
  }
  return blocks.slice(start)
}

function trimEnd(blocks: readonly Block[]): readonly Block[] {
  let end = blocks.length
  while (end > 1) {
    const { text, element } = blocks[end - 1]!
    const isEmptyEnd = isNothing(text)
    const isHeading = element.matches('h1, h2, h3, h4, h5, h6')
    if (!isEmptyEnd && !isHeading && !isDate(text) && !BYLINE.test(text)) break
    end -= 1
  }
  return blocks.slice(0, end)
}

const isDate = (text: string): boolean => text.length < PROSE && (DATELINE.test(text) || STAMP.test(text))

const isNothing = (text: string): boolean =>
  text.length <= LONGEST_NOTHING && SAYS_NOTHING.some((pattern) => pattern.test(text))
