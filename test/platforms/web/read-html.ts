/**
 * Reads markup as a browser's tokenizer would, for what this platform writes: tags with attributes in
 * double quotes, text, and numeric references. Anything else in it fails.
 */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly tag: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly tag: string }

export function readHtml(markup: string): readonly Token[] {
  const tokens: Token[] = []
  const piece = /<\/([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>|([^<>]+)/y
  while (piece.lastIndex < markup.length) {
    const at = piece.lastIndex
    const match = piece.exec(markup)
    if (!match) throw new Error(`no token at ${at}: ${markup.slice(at, at + 60)}`)
    const [, close, tag, attributes = '', text] = match
    if (close !== undefined) tokens.push({ kind: 'close', tag: close })
    else if (tag !== undefined) tokens.push({ kind: 'open', tag, attributes: readAttributes(attributes) })
    else if (text !== undefined) tokens.push({ kind: 'text', text: decode(text) })
  }
  return tokens
}

/** Texts of the elements that open with this tag and attribute, in order. */
export function textsOf(tokens: readonly Token[], tag: string, attribute: string): readonly string[] {
  const texts: string[] = []
  let inside = false
  for (const token of tokens) {
    if (token.kind === 'open' && token.tag === tag && token.attributes.has(attribute)) {
      inside = true
      texts.push('')
    } else if (token.kind === 'close' && token.tag === tag) inside = false
    else if (inside && token.kind === 'text') texts.push(texts.pop() + token.text)
  }
  return texts
}

const readAttributes = (written: string): ReadonlyMap<string, string> =>
  new Map([...written.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, decode(value)]))

/** A browser makes a bare CR an LF before it looks at references. */
const decode = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/&(?:#(\d+);)?/g, (reference, code: string | undefined) => {
    if (code === undefined) throw new Error(`a bare ampersand in ${reference}`)
    return String.fromCharCode(Number(code))
  })
