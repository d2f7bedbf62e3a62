import { decodeAttribute, decodeEntities } from './decode-entities.ts'
import { LIMITS } from './limits.ts'
import { resolveLink } from './links.ts'
import { mendDoubleEncoding } from './mend-double-encoding.ts'
import { resolveSpace, type Scope } from './namespaces.ts'
import type { Notes } from './notes.ts'
import { type Attribute, scanMarkup, type Token } from './scan-markup.ts'

/** An element. `space` is the short name of its vocabulary ('' for feeds' own), `name` is in lower case. */
export interface Element {
  readonly space: string
  readonly name: string
  /** By lower-case name without prefix, but for `xml:` and names of other vocabularies (`rdf:about`). */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (Element | string)[]
  /** What relative links in it stand to. */
  readonly base: string
  readonly language?: string
}

interface Open extends Element {
  readonly tag: string
  readonly scope: Scope | undefined
}
type OpenTag = Extract<Token, { kind: 'open' }>

/** HTML that ends itself; in XML nothing does, but half of inline HTML is not XML. */
const VOID = /^(?:br|hr|img|wbr|input|meta|col|area|embed)$/
const ENDLESS = `It has more than ${LIMITS.elements.toLocaleString('en')} elements; what comes after them was not read.`
const DEEP = `Tags are nested more than ${LIMITS.depth} deep; deeper ones were read as if at that depth.`
/** What holds others; an element of these that a cut document leaves open is still good. */
const CONTAINERS = new Set(['rss', 'rdf', 'feed', 'channel', 'item', 'entry', 'items', 'opml', 'body', 'outline'])
/** Elements with nothing but words in them: whatever of these begins inside another shows that one was never closed. */
const LEAVES = new Set([
  'title',
  'link',
  'guid',
  'pubdate',
  'description',
  'id',
  'updated',
  'published',
  'author',
  'category',
  'comments',
  'enclosure',
])
const INNER = new Set(['title', 'link', 'guid', 'pubdate', 'id', 'updated', 'published', 'category', 'comments'])

/** The document as elements, however it is damaged: `notes` says how. The root has no name and holds all of it. */
export function readTree(text: string, base: string, notes: Notes): Element {
  const root = { space: '', name: '', tag: '', attributes: new Map(), children: [], base, scope: undefined }
  const stack: Open[] = [root]
  // How many of each tag are open, so that a million stray closing tags need not each look through the stack.
  const openTags = new Map<string, number>()
  let tooDeep = 0
  let elements = 0
  const top = (): Open => stack[stack.length - 1]!

  const count = (tag: string, by: 1 | -1): void => {
    openTags.set(tag, (openTags.get(tag) ?? 0) + by)
  }
  /** `expected` is how many of the elements from `depth` on may end here. */
  const closeTo = (depth: number, expected: 0 | 1): void => {
    if (stack.length > depth + expected)
      notes.add('unclosed', 'An element was never closed.', '# elements were never closed.')
    while (stack.length > Math.max(1, depth)) count(stack.pop()!.tag, -1)
    tooDeep = 0
  }
  const open = (token: OpenTag): void => {
    const name = localName(token.name)
    const parent = whereBelongs(name, token, stack, closeTo)
    const element = createElement(token, parent)
    parent.children.push(element)
    if (token.empty || VOID.test(name)) return
    if (stack.length > LIMITS.depth) tooDeep += 1
    else {
      stack.push(element)
      count(element.tag, 1)
    }
  }
  const close = (tag: string): void => {
    const name = tag.toLowerCase()
    // The end of an item is the end of all that was too deep in it, closed or not.
    if (tooDeep > 0 && !CONTAINERS.has(localName(name))) tooDeep -= 1
    else if ((openTags.get(name) ?? 0) > 0)
      closeTo(
        stack.findLastIndex((element) => element.tag === name),
        1,
      )
    else if (!VOID.test(name))
      notes.add('stray', 'A closing tag has no beginning.', '# closing tags have no beginning.')
  }

  for (const token of scanMarkup(text)) {
    if (token.kind === 'open') elements += 1
    if (elements > LIMITS.elements) {
      notes.add('endless', ENDLESS)
      break
    }
    switch (token.kind) {
      case 'text':
        append(top(), decodeEntities(token.text))
        break
      case 'cdata':
        append(top(), token.text)
        break
      case 'broken':
        notes.add('cdata', 'A CDATA section was never closed.')
        break
      case 'open':
        if (tooDeep === 0 && stack.length > LIMITS.depth) notes.add('deep', DEEP)
        open(token)
        break
      case 'close':
        close(token.name)
        break
      case 'aside':
        break
    }
  }
  if (stack.length > 1) {
    notes.add('truncated', 'It breaks off in the middle; what came before that was read.')
    dropUnfinished(stack)
  }
  return root
}

/** The open element that a new one belongs to, once those that should have been closed before it are. */
function whereBelongs(
  name: string,
  token: OpenTag,
  stack: Open[],
  closeTo: (depth: number, expected: 0 | 1) => void,
): Open {
  const top = stack[stack.length - 1]!
  const bare = !token.name.includes(':')
  if (bare && (name === 'item' || name === 'entry')) {
    const depth = stack.findLastIndex((element) => element.space === '' && element.name === name)
    if (depth > 0) closeTo(depth, 0)
  } else if (
    bare &&
    INNER.has(name) &&
    top.space === '' &&
    LEAVES.has(top.name) &&
    top.attributes.get('type') !== 'xhtml'
  )
    closeTo(stack.length - 1, 0)
  return stack[stack.length - 1]!
}

const NONE: ReadonlyMap<string, string> = new Map()

function createElement(token: OpenTag, parent: Open): Open {
  const scope = scopeOf(token, parent)
  // Most elements have none, and a million empty maps are a hundred megabytes.
  const attributes =
    token.attributes.length === 0
      ? NONE
      : new Map(
          token.attributes.map((attribute) => [attributeName(attribute, scope), decodeAttribute(attribute.value)]),
        )
  const language = attributes.get('xml:lang') ?? parent.language
  const base = attributes.get('xml:base')
  return {
    space: resolveSpace(prefixOf(token.name), scope),
    name: localName(token.name),
    tag: token.name.toLowerCase(),
    attributes,
    children: [],
    base: base === undefined ? parent.base : (resolveLink(base, parent.base) ?? parent.base),
    scope,
    ...(language === undefined ? {} : { language }),
  }
}

function scopeOf(token: OpenTag, parent: Open): Scope | undefined {
  const declared = token.attributes.filter(({ name }) => /^xmlns(?::|$)/i.test(name))
  if (declared.length === 0) return parent.scope
  return {
    declared: new Map(declared.map(({ name, value }) => [name.slice('xmlns:'.length).toLowerCase(), value])),
    outer: parent.scope,
    known: new Map(),
  }
}

const localName = (tag: string): string => tag.slice(tag.lastIndexOf(':') + 1).toLowerCase()
const prefixOf = (tag: string): string => tag.slice(0, Math.max(0, tag.lastIndexOf(':'))).toLowerCase()

function attributeName({ name }: Attribute, scope: Scope | undefined): string {
  const space = name.includes(':') ? resolveSpace(prefixOf(name), scope) : ''
  return space === '' ? localName(name) : `${space}:${localName(name)}`
}

function append(element: Open, text: string): void {
  const last = element.children.length - 1
  const before = element.children[last]
  const mended = mendDoubleEncoding(text)
  if (typeof before === 'string') element.children[last] = before + mended
  else element.children.push(mended)
}

/** A title cut in the middle is another title: what was being written when the document broke off is not kept. */
function dropUnfinished(stack: readonly Open[]): void {
  const depth = stack.findIndex((element, index) => index > 0 && !CONTAINERS.has(element.name))
  if (depth > 0) stack[depth - 1]!.children.pop()
}
