import { escapeMarkup } from './decode-entities.ts'
import { looksLikeHtml } from './plain-text.ts'
import type { Element } from './read-tree.ts'

export interface Written {
  readonly value: string
  readonly is: 'html' | 'text'
}

export const elementsOf = (element: Element): readonly Element[] =>
  element.children.filter((child): child is Element => typeof child !== 'string')

/** All words in it, without those of tags, trimmed. */
export function wordsOf(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : wordsOf(child)))
    .join('')
    .trim()
}

/**
 * What an element has written in it: markup that stands in it as elements, markup escaped into text, or text.
 * Atom says which; where nobody does, the look of it decides.
 */
export function writtenIn(element: Element): Written {
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? ''
  if (elementsOf(element).length > 0) {
    const wrapper = /^(?:text\/)?html$/.test(type) ? wrapperOf(element) : undefined
    // Escaped HTML in one real `div`, as a well-known publishing system wrote it.
    const escaped = wrapper !== undefined && elementsOf(wrapper).length === 0
    return { value: escaped ? wordsOf(wrapper) : innerHtml(element), is: 'html' }
  }
  const value = isBase64(element, type) ? fromBase64(wordsOf(element)) : wordsOf(element)
  if (type === 'text' || type === 'text/plain') return { value, is: 'text' }
  if (/html|xml/.test(type)) return { value, is: 'html' }
  return { value, is: looksLikeHtml(value) ? 'html' : 'text' }
}

/** Atom 0.3 says so; in Atom 1.0 it is so for whatever is neither text nor XML. */
function isBase64(element: Element, type: string): boolean {
  const mode = element.attributes.get('mode')?.toLowerCase()
  if (mode !== undefined) return mode === 'base64'
  return type.includes('/') && !/^text\/|[/+]xml$|html/.test(type)
}

function fromBase64(text: string): string {
  const compact = text.replace(/\s+/g, '')
  return /^[A-Za-z\d+/_-]*=*$/.test(compact) ? Buffer.from(compact, 'base64').toString('utf8').trim() : text
}

const EMPTY = /^(?:br|hr|img|wbr|input|col|area|embed|source|track)$/

/** The one `div` that Atom puts around markup, which is no part of it. */
function wrapperOf(element: Element): Element | undefined {
  const inside = elementsOf(element)
  const [only] = inside
  const alone = inside.length === 1 && element.children.every((child) => child === only || String(child).trim() === '')
  return alone && only?.name === 'div' ? only : undefined
}

const innerHtml = (element: Element): string => (wrapperOf(element) ?? element).children.map(asHtml).join('').trim()

function asHtml(child: Element | string): string {
  if (typeof child === 'string') return escapeMarkup(child).replaceAll('&quot;', '"')
  const attributes = [...child.attributes]
    .filter(([name]) => !name.includes(':') && name !== 'xmlns')
    .map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
  const start = `<${child.name}${attributes.join('')}>`
  if (child.children.length === 0 && EMPTY.test(child.name)) return start
  return `${start}${child.children.map(asHtml).join('')}</${child.name}>`
}
