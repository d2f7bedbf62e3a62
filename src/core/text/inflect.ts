import type { VerbForm } from '../lexicon.ts'

/** The written forms of an English verb; irregular ones (past, participle, odd spellings) are given. */
export function inflect(lemma: string, irregular: readonly string[]): readonly (readonly [VerbForm, string])[] {
  const forms: [VerbForm, string][] = [
    ['base', lemma],
    ['s', /(?:s|sh|ch|x|z|o)$/.test(lemma) ? `${lemma}es` : `${lemma.replace(/([^aeiou])y$/, '$1ie')}s`],
  ]
  const ing = irregular.filter((form) => form.endsWith('ing'))
  const past = irregular.filter((form) => !form.endsWith('ing'))
  const stem = doubles(lemma, past) ? lemma + lemma.at(-1) : lemma.replace(/([^aeiouy])e$/, '$1').replace(/ue$/, 'u')
  forms.push(...(ing.length > 0 ? ing : [`${stem}ing`]).map((form) => ['ing', form] as [VerbForm, string]))
  const regular = `${lemma.replace(/([^aeiou])y$/, '$1i').replace(/e$/, '')}ed`
  forms.push(...(past.length > 0 ? past : [regular]).map((form) => ['past', form] as [VerbForm, string]))
  return forms
}

const IRREGULAR = [
  [/man$/, 'men'],
  [/wife$/, 'wives'],
  [/child$/, 'children'],
  [/person$/, 'people'],
  [/-in-law$/, 's-in-law'],
  [/([^aeiou])y$/, '$1ies'],
  [/(s|sh|ch|x|z)$/, '$1es'],
  [/$/, 's'],
] as const

/** The plural of an English noun. */
export function pluralOf(noun: string): string {
  const [ending, becomes] = IRREGULAR.find(([pattern]) => pattern.test(noun))!
  return noun.replace(ending, becomes)
}

/** "admitted" shows that "admitting" doubles its consonant too. */
const doubles = (lemma: string, past: readonly string[]): boolean =>
  past.some((form) => form === `${lemma}${lemma.at(-1)}ed`)
