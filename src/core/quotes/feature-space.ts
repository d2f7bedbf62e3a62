/** The values that one side of a feature can take, by number. */
export type Axis = readonly string[]

/** Stands for the verbs of the lexicon, numbered by it. */
export const LEMMA: Axis = []
/** More verbs than any lexicon lists. */
const LEMMAS = 1024

/** Features of one name: one for each combination of values. */
interface Family {
  readonly name: string
  readonly axes: readonly Axis[]
  /** Number of its first feature. */
  readonly first: number
}

/**
 * Numbers features, so that a score is a sum over an array and no string is built while reading, and keeps
 * their names for the file of weights and for explanations.
 */
export interface Space {
  readonly size: () => number
  /** Adds a family; gives the number of the feature for one value on each axis. */
  readonly family: (name: string, ...axes: readonly Axis[]) => Feature
  /** "cue side gap: before, comma" and its parts. */
  readonly nameOf: (feature: number, lemmas: readonly string[]) => readonly [family: string, values: string]
  /** Undefined where no family or value is called so. */
  readonly numberOf: (family: string, values: string, lemmas: readonly string[]) => number | undefined
}

type Feature = (a?: number, b?: number, c?: number, d?: number) => number

const lengthOf = (axis: Axis | undefined): number => (axis === undefined ? 1 : axis === LEMMA ? LEMMAS : axis.length)

export function createSpace(): Space {
  const families: Family[] = []
  let size = 0
  const family = (name: string, ...axes: readonly Axis[]): Feature => {
    const first = size
    const [, second, third, fourth] = axes.map(lengthOf)
    const [b1, c1, d1] = [second ?? 1, third ?? 1, fourth ?? 1]
    families.push({ name, axes, first })
    size += axes.reduce((product, axis) => product * lengthOf(axis), 1)
    return (a = 0, b = 0, c = 0, d = 0) => first + ((a * b1 + b) * c1 + c) * d1 + d
  }
  const nameOf = (feature: number, lemmas: readonly string[]): readonly [string, string] => {
    const { name, axes, first } = families.findLast((one) => one.first <= feature)!
    const values: string[] = []
    let rest = feature - first
    for (const axis of axes.toReversed()) {
      const value = rest % lengthOf(axis)
      values.unshift((axis === LEMMA ? lemmas[value] : axis[value]) ?? '?')
      rest = Math.floor(rest / lengthOf(axis))
    }
    return [name, values.join(', ')]
  }
  const numberOf = (name: string, values: string, lemmas: readonly string[]): number | undefined => {
    const found = families.find((one) => one.name === name)
    if (found === undefined) return undefined
    const written = values === '' ? [] : values.split(', ')
    let number = 0
    for (const [at, axis] of found.axes.entries()) {
      const value = (axis === LEMMA ? lemmas : axis).indexOf(written[at] ?? '')
      if (value === -1) return undefined
      number = number * lengthOf(axis) + value
    }
    return found.first + number
  }
  return { size: () => size, family, nameOf, numberOf }
}
