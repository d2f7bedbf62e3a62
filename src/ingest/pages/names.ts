import type { PageElement } from './dom.ts'

/** A longer id is made from a heading: `sharing-your-work-with-others` names no share button. In words. */
const LONGEST_ID = 3

/** The words in an element's class and id: `articleBody__related-links` says article, body, related and links. */
export function namesOf(element: PageElement): readonly string[] {
  const id = words(element.getAttribute('id') ?? '')
  return [...words(element.getAttribute('class') ?? ''), ...(id.length <= LONGEST_ID ? id : [])]
}

const words = (name: string): readonly string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
