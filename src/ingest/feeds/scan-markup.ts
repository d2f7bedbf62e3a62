/** A piece of markup; `start` and `end` are offsets in the text scanned. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cdata'; readonly text: string }
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: readonly Attribute[]
      readonly empty: boolean
      readonly start: number
      readonly end: number
    }
  | { readonly kind: 'close'; readonly name: string; readonly start: number; readonly end: number }
  /** A comment, a doctype or an instruction: nothing in it is ever read, so no entity is ever declared. */
  | { readonly kind: 'aside' }
  /** The beginning of a CDATA section that never ends; what follows it is read as markup. */
  | { readonly kind: 'broken' }

export interface Attribute {
  readonly name: string
  /** As written, entities and all. */
  readonly value: string
  readonly start: number
  readonly end: number
}

const NAME_START = /[A-Za-z_:\u0080-\uffff]/
const NAME = /[^\s<>/="'&]+/y
const SPACE = /\s*/y
const BARE_VALUE = /[^\s<>"']+/y

/**
 * Cuts XML or HTML into pieces, whatever is wrong with it. A `<` that begins no tag is text, as is a tag
 * in which another `<` stands before its end: "profit <5%", "a <b and more</title>".
 * Never throws, and takes time in proportion to the text. With `html`, what is in script and style is passed over.
 */
export function* scanMarkup(text: string, options: { html?: boolean } = {}): Generator<Token> {
  let position = 0
  // Where the text not handed on yet begins: a `<` that is text must not part it.
  let pending = 0
  const find = createFinder(text)
  while (position < text.length) {
    const open = text.indexOf('<', position)
    if (open === -1) break
    const token = readTag(text, open, options.html ?? false, find)
    if (token === null) {
      position = open + 1
      continue
    }
    if (open > pending) yield { kind: 'text', text: text.slice(pending, open) }
    yield token.token
    position = token.end
    if (options.html && token.token.kind === 'open' && /^(?:script|style)$/i.test(token.token.name))
      position = endOfRaw(text, token.token.name, position, find)
    pending = position
  }
  if (pending < text.length) yield { kind: 'text', text: text.slice(pending) }
}

type Find = (what: string, from: number) => number

/** `indexOf` that looks at no part of the text twice: a million `</a` must not each search the same megabytes for a `>`. */
function createFinder(text: string): Find {
  const found = new Map<string, { from: number; at: number }>()
  return (what, from) => {
    const before = found.get(what)
    if (before !== undefined && before.from <= from && (before.at === -1 || before.at >= from)) return before.at
    const at = text.indexOf(what, from)
    found.set(what, { from, at })
    return at
  }
}

interface Read {
  readonly token: Token
  readonly end: number
}

function readTag(text: string, open: number, html: boolean, find: Find): Read | null {
  const next = text.charAt(open + 1)
  if (next === '!') {
    if (text.startsWith('<!--', open)) return readComment(text, open, html, find)
    if (text.startsWith('<![CDATA[', open)) return readCdata(text, open, find)
    // A document cut inside the mark itself has nothing to show of it.
    if ('<![CDATA['.startsWith(text.slice(open))) return { token: { kind: 'broken' }, end: text.length }
    return /[a-z]/i.test(text.charAt(open + 2)) ? readDeclaration(text, open, find) : null
  }
  if (next === '?') return aside(text, find('>', open), 1)
  if (next === '/') {
    const name = match(NAME, text, open + 2)
    if (name === '') return null
    const end = find('>', open)
    const following = find('<', open + 1)
    if (end === -1 || (following !== -1 && following < end)) {
      const stop = open + 2 + name.length
      return { token: { kind: 'close', name, start: open, end: stop }, end: stop }
    }
    return { token: { kind: 'close', name, start: open, end: end + 1 }, end: end + 1 }
  }
  return NAME_START.test(next) ? readOpening(text, open, find) : null
}

const aside = (text: string, at: number, length: number): Read => ({
  token: { kind: 'aside' },
  end: at === -1 ? text.length : at + length,
})

/** In a page, a comment without an end ends with its first `>`, as in browsers of old; in XML it is the rest. */
function readComment(text: string, open: number, html: boolean, find: Find): Read {
  const end = find('-->', open + 4)
  return end === -1 && html ? aside(text, find('>', open), 1) : aside(text, end, 3)
}

/** One that another begins inside was never closed: it would swallow every item up to that one's end. */
function readCdata(text: string, open: number, find: Find): Read {
  const begin = open + '<![CDATA['.length
  const end = find(']]>', begin)
  const another = find('<![CDATA[', begin)
  if (end === -1 || (another !== -1 && another < end)) return { token: { kind: 'broken' }, end: begin }
  return { token: { kind: 'cdata', text: text.slice(begin, end) }, end: end + 3 }
}

/** A doctype, with the declarations in its brackets; without an end it is words. */
function readDeclaration(text: string, open: number, find: Find): Read | null {
  const close = find('>', open)
  if (close === -1) return null
  const bracket = find('[', open)
  if (bracket === -1 || bracket > close) return aside(text, close, 1)
  const end = find(']', bracket)
  return end === -1 ? aside(text, close, 1) : aside(text, find('>', end), 1)
}

function readOpening(text: string, open: number, find: Find): Read | null {
  const name = match(NAME, text, open + 1)
  const attributes: Attribute[] = []
  let position = open + 1 + name.length
  let empty = false
  for (;;) {
    position += match(SPACE, text, position).length
    const character = text.charAt(position)
    if (character === '' || character === '<') return null
    if (character === '>') break
    const attribute = match(NAME, text, position)
    if (attribute === '') {
      empty = character === '/' && text.charAt(position + 1) === '>'
      position += 1
      continue
    }
    position += attribute.length
    const equals = position + match(SPACE, text, position).length
    if (text.charAt(equals) !== '=') {
      attributes.push({ name: attribute, value: '', start: position, end: position })
      continue
    }
    const value = equals + 1 + match(SPACE, text, equals + 1).length
    const quote = text.charAt(value)
    const end = quote === '"' || quote === "'" ? find(quote, value + 1) : -1
    const start = end === -1 ? value : value + 1
    const written = end === -1 ? match(BARE_VALUE, text, value) : text.slice(start, end)
    attributes.push({ name: attribute, value: written, start, end: start + written.length })
    position = end === -1 ? Math.max(value + written.length, equals + 1) : end + 1
  }
  return { token: { kind: 'open', name, attributes, empty, start: open, end: position + 1 }, end: position + 1 }
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

function endOfRaw(text: string, name: string, from: number, find: Find): number {
  for (let at = find('</', from); at !== -1; at = find('</', at + 2))
    if (text.slice(at + 2, at + 2 + name.length).toLowerCase() === name.toLowerCase()) return at
  return text.length
}
