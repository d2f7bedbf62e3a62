import { type Sparse, sparse } from './sparse.ts'
import type { Traits } from './traits.ts'

/** In how many of so many news texts each common term stands: what is rare before anything has been read. */
export interface Background {
  readonly texts: number
  readonly terms: Readonly<Record<string, number>>
}

/** Traits weighed by how rare each is, ready to be compared. */
export interface Weighed {
  readonly words: Sparse
  /** Two terms in a row. */
  readonly pairs: Sparse
  readonly names: Sparse
  /** Words that are no names. */
  readonly plain: Sparse
  readonly numbers: ReadonlySet<string>
  readonly days: ReadonlySet<string>
  /** Values of each counted thing. */
  readonly counts: ReadonlyMap<string, ReadonlySet<string>>
  /** Terms and numbers that say most about it, heaviest first. */
  readonly telling: readonly (readonly [term: number, weight: number])[]
}

/** Weighs the traits of articles as they come: a term is the rarer the fewer of those read before hold it. */
export type Weigh = (traits: Traits) => Weighed

const TELLING = 40
/** A shared number says as much as a term that one text in twenty holds. */
const NUMBER_WEIGHT = 3
const DAYS = new Set(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])

export function createWeigh(background: Background): Weigh {
  const numberOf = new Map<string, number>()
  const frequency: number[] = []
  let texts = background.texts

  const number = (term: string): number => {
    const known = numberOf.get(term)
    if (known !== undefined) return known
    numberOf.set(term, numberOf.size)
    frequency.push(Object.hasOwn(background.terms, term) ? background.terms[term]! : 0)
    return numberOf.size - 1
  }
  const rarity = (term: number): number => Math.log(1 + texts / (frequency[term]! + 0.5))

  return (traits) => {
    texts += 1
    for (const [term] of traits.words) frequency[number(term)]! += 1
    const named = new Set(traits.names)
    const [words, pairs, names, plain] = [0, 0, 0, 0].map(() => new Map<number, number>()) as [M, M, M, M]
    for (const [term, count] of traits.words) {
      const at = number(term)
      const weight = (1 + Math.log(count)) * rarity(at)
      if (term.includes(' ')) pairs.set(at, weight)
      else {
        words.set(at, weight)
        const kind = named.has(term) ? names : plain
        kind.set(at, weight)
      }
    }
    const numbers = new Set(traits.numbers.filter((one) => /\d/.test(one)))
    const days = new Set(traits.numbers.filter((one) => DAYS.has(one)))
    const telling = [...words, ...traits.numbers.map((one): [number, number] => [number(`#${one}`), NUMBER_WEIGHT])]
    telling.sort((a, b) => b[1] - a[1] || a[0] - b[0])
    return {
      words: sparse(words),
      pairs: sparse(pairs),
      names: sparse(names),
      plain: sparse(plain),
      numbers,
      days,
      counts: countsOf(traits.counts),
      telling: telling.slice(0, TELLING),
    }
  }
}

type M = Map<number, number>

function countsOf(counts: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const count of counts) {
    const [thing, value] = count.split(':') as [string, string]
    found.set(thing, (found.get(thing) ?? new Set()).add(value))
  }
  return found
}
