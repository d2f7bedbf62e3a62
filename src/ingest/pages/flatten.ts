/** Deeper than any page that people read; looking for an article in a deeper one takes minutes. */
const DEEPEST = 150
const TAG = /<(\/?)([a-z][a-z\d]*)(?:\s[^<>]*|\/)?>/gi
/** No end, or closed by the next of their kind. */
const UNCOUNTED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option'.split(' '),
)

/** Several times what the most overloaded news pages have. */
const MOST_TAGS = 60_000

/** Whether the page is more markup than anybody's article is wrapped in. */
export function isOverloaded(html: string): boolean {
  let tags = 0
  for (let at = html.indexOf('<'); at !== -1 && tags <= MOST_TAGS * 2; at = html.indexOf('<', at + 1)) tags += 1
  return tags > MOST_TAGS * 2
}

/** The page without the tags that lie too deep; their words stay. A page like any other is not changed. */
export function flatten(html: string): string {
  let depth = 0
  let isDeep = false
  const shallow = html.replace(TAG, (tag: string, slash: string, name: string) => {
    if (UNCOUNTED.has(name.toLowerCase())) return depth > DEEPEST ? ' ' : tag
    if (slash === '') depth += 1
    const isKept = depth <= DEEPEST
    isDeep ||= !isKept
    if (slash === '/') depth = Math.max(0, depth - 1)
    return isKept ? tag : ' '
  })
  return isDeep ? shallow.replace(/ {2,}/g, ' ') : html
}
