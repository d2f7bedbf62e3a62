import { decodeHTMLAttribute, decodeHTMLStrict } from 'entities'

/**
 * References as the characters they stand for: numbers, and HTML's 2,125 names, which feeds use without declaring them.
 * Those that a document declares itself are never expanded. A bare `&` stays one: "R&D", "?a=1&copy=2".
 */
export const decodeEntities = (text: string): string => (text.includes('&') ? decodeHTMLStrict(text) : text)

/** As in an attribute, where `&copy=` is a part of an address. */
export const decodeAttribute = (text: string): string => (text.includes('&') ? decodeHTMLAttribute(text) : text)

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '')
