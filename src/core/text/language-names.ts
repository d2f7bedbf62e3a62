import { fold } from './fold.ts'

/** Whether a text in `language` (BCP 47) is in the one asked for: `en-GB` is `en`, `en` is not `en-gb`. */
export function speaks(language: string, asked: string): boolean {
  const own = language.toLowerCase()
  return own === asked || own.startsWith(`${asked}-`)
}

/** The tag of a language as people type it: `de`, `pt-BR`, `German`. Undefined for none there is. */
export function findLanguage(typed: string): string | undefined {
  const tag = typed.trim().toLowerCase().replaceAll('_', '-')
  const byName = namedLanguages().get(fold(tag))
  if (byName !== undefined) return byName
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/.test(tag) && languageName(tag) !== undefined ? tag : undefined
}

/** Its English name: `de` is "German". Undefined where nobody knows the tag. */
export function languageName(tag: string): string | undefined {
  try {
    // Made when first asked: it takes as long as reading an article, and a start waits for it.
    names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
    return names.of(tag)
  } catch {
    // A RangeError is how Intl says that something is no tag.
    return undefined
  }
}

/** "in German", for whoever reads a list; undefined where it is English or nobody knows. */
export function inLanguage(tag: string): string | undefined {
  const name = speaks(tag, 'en') || speaks(tag, 'und') ? undefined : languageName(tag)
  return name === undefined ? undefined : `in ${name}`
}

let names: Intl.DisplayNames | undefined
let named: ReadonlyMap<string, string> | undefined

/** Every language with a tag of two letters, by its folded English name; looked up once, when first asked for. */
function namedLanguages(): ReadonlyMap<string, string> {
  if (named !== undefined) return named
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const tags = letters.flatMap((first) => letters.map((second) => first + second))
  named = new Map(
    tags.flatMap((tag) => {
      const name = languageName(tag)
      return name === undefined ? [] : [[fold(name), tag] as const]
    }),
  )
  return named
}
