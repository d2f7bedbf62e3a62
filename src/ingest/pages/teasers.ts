import { type Block, isProse } from './blocks.ts'

/** A headline, and no name or "here". In characters. */
const SHORTEST = 12
const LONGEST = 200
/** Lines between a headline and what its article begins with: a day, a name. */
const BETWEEN = 2
/** In characters. */
const LONGEST_BETWEEN = 60

/**
 * The paragraphs that begin other articles: a headline that is a link stands in front of each or opens it. Of several
 * that lead to one article the first counts.
 */
export function teasersIn(blocks: readonly Block[]): readonly Block[] {
  const found = new Map<string, Block>()
  let title: string | undefined
  let between = 0
  for (const block of blocks) {
    const { text, linked, lead } = block
    if (isProse(block)) {
      const opens = lead !== undefined && isTitle(text.slice(0, lead.length)) ? pageOf(lead.href) : undefined
      const to = opens ?? title
      if (to !== undefined && !found.has(to)) found.set(to, block)
      title = undefined
    } else if (lead !== undefined && linked >= 0.9 * text.length && isTitle(text)) {
      title = pageOf(lead.href)
      between = 0
    } else {
      between += 1
      if (between > BETWEEN || text.length > LONGEST_BETWEEN) title = undefined
    }
  }
  return [...found.values()]
}

const isTitle = (words: string): boolean =>
  words.length >= SHORTEST && words.length <= LONGEST && /\S\s+\S+\s+\S/u.test(words)

/** Another place on the same page is none. */
export const pageOf = (href: string): string | undefined =>
  href.startsWith('#') ? undefined : href.replace(/#.*$/s, '')
