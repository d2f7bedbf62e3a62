/** What else an article can be asked for by: whom it quotes, its outlet, its language. */
export type TagKind = 'who' | 'outlet' | 'lang'

/**
 * As one term of an index. `value` is the key of an expert, the folded name of an outlet, or a language as the article
 * gives it. What is no letter or digit is written as its number, so that no two values share a term.
 */
export const tagOf = (kind: TagKind, value: string): string =>
  `${kind}··${value.replace(/[^\p{L}\p{N}]/gu, (sign) => (sign === ' ' ? '·' : `·${sign.codePointAt(0)}··`))}`
