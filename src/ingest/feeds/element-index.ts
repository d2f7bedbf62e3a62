import { elementsOf, wordsOf } from './element-text.ts'
import type { Element } from './read-tree.ts'

/** The children of one element by `space:name` (feeds' own: `name`), without those of their children. */
export interface Index {
  readonly element: Element
  all(...keys: readonly string[]): readonly Element[]
  /** The last of the first key that has one with anything in it: a feed that says a thing twice has corrected itself. */
  one(...keys: readonly string[]): Element | undefined
  /** Its words. */
  words(...keys: readonly string[]): string | undefined
}

export function indexOf(element: Element): Index {
  const byKey = new Map<string, Element[]>()
  for (const child of elementsOf(element)) {
    const key = child.space === '' ? child.name : `${child.space}:${child.name}`
    const found = byKey.get(key)
    if (found === undefined) byKey.set(key, [child])
    else found.push(child)
  }
  const one = (...keys: readonly string[]): Element | undefined => {
    for (const key of keys) {
      const found = byKey
        .get(key)
        ?.findLast(({ children }) => children.some((child) => typeof child !== 'string' || child.trim() !== ''))
      if (found !== undefined) return found
    }
    return undefined
  }
  return {
    element,
    all: (...keys) => keys.flatMap((key) => byKey.get(key) ?? []),
    one,
    words(...keys) {
      const found = one(...keys)
      return found === undefined ? undefined : wordsOf(found)
    },
  }
}
