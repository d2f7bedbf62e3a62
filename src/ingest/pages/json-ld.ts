import type { PageDocument } from './dom.ts'

/** A thing that a page describes by schema.org; its values are whatever the page says. */
export type Thing = Readonly<Record<string, unknown>>

const MOST_THINGS = 2_000
/** Of one script; the longest seen hold a whole article. In characters. */
const LONGEST = 500_000

/** All things in the page's JSON-LD, those within lists and graphs too. What is no JSON is passed over. */
export function readJsonLd(document: PageDocument): readonly Thing[] {
  const things: Thing[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const open: unknown[] = [script.textContent.length > LONGEST ? undefined : parse(script.textContent)]
    while (open.length > 0 && things.length < MOST_THINGS) {
      const value = open.shift()
      if (Array.isArray(value)) open.unshift(...value.slice(0, MOST_THINGS))
      else if (isThing(value)) {
        things.push(value)
        open.unshift(value['@graph'], value['mainEntity'], value['mainEntityOfPage'])
      }
    }
  }
  return things
}

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(text: string): unknown {
  const bare = text.replace(
    /^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/g,
    '',
  )
  try {
    return JSON.parse(bare)
  } catch {
    try {
      // Line breaks within strings and commas too many are the common slips.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      return JSON.parse(bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([\]}])/g, '$1'))
    } catch {
      return undefined
    }
  }
}

export const typesOf = (thing: Thing): readonly string[] =>
  [thing['@type']]
    .flat()
    .filter((type): type is string => typeof type === 'string')
    .map((type) => type.replace(/^.*[/:#]/, ''))

const ARTICLE = /(?:Article|BlogPosting|Report|Review|LiveBlogPosting|SocialMediaPosting)$/

export const isArticle = (thing: Thing): boolean => typesOf(thing).some((type) => ARTICLE.test(type))

/** The words of a value that may be text, a thing with a name or address, or a list of such. */
export function wordsIn(value: unknown, ...names: readonly string[]): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((item) => wordsIn(item, ...names))
  if (!isThing(value)) return []
  for (const name of names) {
    const found = value[name]
    if (typeof found === 'string' && found.trim() !== '') return [found.trim()]
  }
  return []
}
