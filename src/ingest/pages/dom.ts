/**
 * The part of the DOM that reading a page needs. The project is compiled without the browser's types, and
 * linkedom's own are written for JavaScript.
 */
export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  textContent: string
  readonly parentNode: PageElement | null
  readonly nextSibling: PageNode | null
  readonly previousSibling: PageNode | null
  readonly firstChild: PageNode | null
  remove(): void
}

export interface PageElement extends PageNode {
  /** In lower case, as HTML names are. */
  readonly localName: string
  readonly children: Iterable<PageElement> & { readonly length: number }
  readonly firstElementChild: PageElement | null
  readonly previousElementSibling: PageElement | null
  readonly nextElementSibling: PageElement | null
  getAttribute(name: string): string | null
  removeAttribute(name: string): void
  replaceWith(other: PageElement): void
  querySelector(selectors: string): PageElement | null
  querySelectorAll(selectors: string): Iterable<PageElement>
  closest(selectors: string): PageElement | null
  matches(selectors: string): boolean
  contains(other: PageNode): boolean
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement | null
  readonly head: PageElement | null
  readonly body: PageElement | null
}

const ELEMENT = 1
export const TEXT = 3

export const isElement = (node: PageNode | null): node is PageElement => node?.nodeType === ELEMENT

/** Words on one line, as a reader sees them. */
export const wordsOf = (node: PageNode): string => node.textContent.replace(/\s+/g, ' ').trim()
