import { isElement, type PageElement, type PageNode, TEXT } from './dom.ts'

/** One paragraph, heading, list item or table row as it stands on the page. */
export interface Block {
  readonly text: string
  /** The nearest element that holds all of it. */
  readonly element: PageElement
  /** Characters of `text` that are links. */
  readonly linked: number
  /** The link that its first words are, where they are one: where to, and how many characters. */
  readonly lead?: { readonly href: string; readonly length: number }
}

/** A paragraph that reads like prose rather than like a list. In characters. */
const PROSE = 80

/** Whether a block is a paragraph of a text, and not a link or a name. */
export const isProse = (block: Block | undefined): boolean =>
  block !== undefined && block.text.length >= PROSE && block.linked < block.text.length / 2

const BREAKS = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
)
const SILENT = new Set(
  'audio button canvas embed head iframe input link meta noscript object script select style svg template textarea title video'.split(
    ' ',
  ),
)

/** Cells of a table of figures are read along the row; longer ones are columns of a layout. In characters. */
const LONG_CELL = 120

/** The visible words of an element, block by block. Iterative: pages nest deeper than a stack. */
export function findBlocks(root: PageElement): Block[] {
  const blocks: Block[] = []
  let pieces: string[] = []
  let linked = 0
  let links = 0
  let holder = root
  let anchor: PageElement | undefined
  let lead: { readonly anchor: PageElement; length: number } | undefined

  const flush = (): void => {
    const text = pieces
      .join('')
      .replace(/[^\S\u00a0\u202f]+/g, ' ')
      .trim()
    const href = lead?.anchor.getAttribute('href')
    if (text !== '') {
      blocks.push({
        text,
        element: holder,
        linked: Math.min(linked, text.length),
        ...(lead && href && { lead: { href, length: lead.length } }),
      })
    }
    pieces = []
    linked = 0
    lead = undefined
  }
  const open = (element: PageElement): void => {
    const { localName } = element
    if (BREAKS.has(localName)) {
      flush()
      holder = element
    } else if (localName === 'br') {
      if (isSecondBreak(element)) flush()
      else pieces.push('\n')
    } else if (localName === 'td' || localName === 'th') {
      if (element.textContent.length > LONG_CELL) flush()
      else pieces.push(' ')
    } else if (localName === 'a') {
      links += 1
      anchor = element
    }
  }
  const close = (element: PageElement): void => {
    if (BREAKS.has(element.localName)) {
      flush()
      holder = element.parentNode ?? root
    } else if (element.localName === 'a') {
      links -= 1
      anchor = undefined
    }
  }

  let node: PageNode | null = root.firstChild
  while (node !== null) {
    const isOpen = isElement(node) && !SILENT.has(node.localName)
    if (node.nodeType === TEXT) {
      const words = node.textContent
      const length = words.trim().length
      if (anchor !== undefined && length > 0) {
        if (lead?.anchor === anchor) lead.length += length
        else if (pieces.every((piece) => piece.trim() === '')) lead = { anchor, length }
      }
      pieces.push(words)
      if (links > 0) linked += length
    }
    if (isOpen) open(node as PageElement)
    const below: PageNode | null = isOpen ? node.firstChild : null
    if (below !== null) {
      node = below
      continue
    }
    if (isOpen) close(node as PageElement)
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode
      if (node === root) node = null
      else if (isElement(node)) close(node)
    }
    node = node?.nextSibling ?? null
  }
  flush()
  return blocks
}

/** Two line breaks with nothing but white space between part paragraphs. */
function isSecondBreak(element: PageElement): boolean {
  let before = element.previousSibling
  while (before !== null && before.nodeType !== 1 && before.textContent.trim() === '') before = before.previousSibling
  return isElement(before) && before.localName === 'br'
}
