import { type Index, indexOf } from './element-index.ts'
import { elementsOf, wordsOf } from './element-text.ts'
import { htmlToText } from './plain-text.ts'
import type { Element } from './read-tree.ts'

const ADDRESS = /[^\s<>()"',;]+@[^\s<>()"',;]+/g
/** More than a byline can say; feeds of papers list thousands. */
const MOST = 10

/** Who wrote it, names only: a mail address is no byline. Several are joined with commas. */
export function readAuthors(index: Index): string | undefined {
  const groups = [index.all('author'), index.all('dc:creator'), index.all('itunes:author'), index.all('dc:author')]
  for (const group of [
    ...groups,
    index.all('media:credit').filter(({ attributes }) => attributes.get('role') === 'author'),
  ]) {
    const names = [...new Set(group.map(nameOf).filter((name) => name !== ''))]
    if (names.length > 0)
      return names.length > MOST ? `${names.slice(0, MOST).join(', ')} and others` : names.join(', ')
  }
  return undefined
}

/** Atom's `name`; RSS has "someone@example.org (Some One)", and the wild has "Some One <someone@example.org>". */
function nameOf(element: Element): string {
  const named = elementsOf(element).length > 0 ? indexOf(element).words('name', 'itunes:name') : undefined
  const words = htmlToText(
    named ?? (elementsOf(element).length > 0 ? '' : wordsOf(element).replace(/<[^<>]*@[^<>]*>/g, '')),
  )
  if (!words.includes('@')) return words
  const without = words.replace(ADDRESS, '').replace(/^[\s,;:()<>"-]+|[\s,;:()<>"-]+$/g, '')
  return without.replace(/\s+/g, ' ')
}
