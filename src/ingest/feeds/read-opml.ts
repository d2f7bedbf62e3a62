import { linkTyped } from '#core/text/link-typed.ts'
import type { SourceLink, Unusable } from '../source.ts'
import { elementsOf } from './element-text.ts'
import { LIMITS } from './limits.ts'
import { resolveLink } from './links.ts'
import type { Notes } from './notes.ts'
import { plainTitle } from './plain-text.ts'
import { type Element, readTree } from './read-tree.ts'

/** The entries of an OPML file in its order, folders opened, each address once. */
export function readOpml(
  text: string,
  base: string,
  notes: Notes,
): { readonly links: readonly SourceLink[]; readonly title?: string; readonly unusable?: readonly Unusable[] } {
  const links = new Map<string, SourceLink>()
  const unusable: Unusable[] = []
  let title: string | undefined
  const walk = (element: Element): void => {
    for (const child of elementsOf(element)) {
      if (child.name === 'title' && element.name === 'head') title = plainTitle({ value: textOf(child), is: 'text' })
      if (child.name === 'outline') keep(child)
      walk(child)
    }
  }
  const keep = (outline: Element): void => {
    const found = readOutline(outline)
    if (found === null) return
    if ('address' in found) {
      if (unusable.length < LIMITS.outlines) unusable.push(found)
      notes.add(
        'unusable',
        '1 entry has an address that is no web link; left out.',
        '# entries have addresses that are no web links; left out.',
      )
    } else if (links.has(found.url))
      notes.add('twice', '1 entry is there twice; taken once.', '# entries repeat others; each was taken once.')
    else if (links.size < LIMITS.outlines) links.set(found.url, found)
    else
      notes.add('many', `It has more than ${LIMITS.outlines.toLocaleString('en')} entries; the first ones were taken.`)
  }
  walk(readTree(text.slice(Math.max(0, text.indexOf('<'))), base, notes))
  return {
    links: [...links.values()],
    ...(title === undefined ? {} : { title }),
    ...(unusable.length === 0 ? {} : { unusable }),
  }
}

const textOf = (element: Element): string => element.children.filter((child) => typeof child === 'string').join('')

/** Null for a folder; readers spell the attribute freely, which `readTree` has made lower case. */
function readOutline(outline: Element): SourceLink | Unusable | null {
  const { attributes } = outline
  const feed = attributes.get('xmlurl')?.trim()
  const page =
    attributes.get('htmlurl')?.trim() || (attributes.get('type') === 'link' ? attributes.get('url')?.trim() : undefined)
  const address = feed || page || ''
  if (address === '' && (feed === undefined || elementsOf(outline).length > 0)) return null
  const plain = plainTitle({ value: attributes.get('title') || attributes.get('text') || '', is: 'text' })
  const title = plain === undefined ? {} : { title: plain }
  // An exported list holds whole addresses; `feed:` and a missing `https:` are readers' habits.
  const url = resolveLink(linkTyped(address).replace(/^(?=\/\/[^/])/, 'https:'), '')
  if (url === undefined) return { address, ...title }
  return { url, kind: feed ? 'feed' : 'site', ...title }
}
