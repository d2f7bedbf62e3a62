/** "twelve", "seventy": what a word adds to the number it stands in. "One" alone is left to `readNumber`. */
export const SMALL: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

/** Words that multiply what stands before them. */
export const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  lakh: 1e5,
  million: 1e6,
  crore: 1e7,
  billion: 1e9,
  trillion: 1e12,
}

/** Short forms after digits. Single letters are read only where a currency or a counted noun settles them. */
export const SHORT_SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  b: 1e9,
  bn: 1e9,
  t: 1e12,
  tn: 1e12,
  trn: 1e12,
}

const WORD = /[a-z]{1,9}/iy
const JOINT = /(?:[ \u00a0]and[ \u00a0]|[ \u00a0\u202f]|-)(?=[a-z])/iy
/** "one hundred and ninety-nine thousand nine hundred and ninety-nine" is nine words; a longer run is a list. */
const LONGEST = 14

interface Words {
  readonly value: number
  readonly end: number
  /** A scale word took part: "three dozen", "a million". */
  readonly scaled: boolean
}

function wordAt(text: string, at: number): string | undefined {
  WORD.lastIndex = at
  return WORD.exec(text)?.[0].toLowerCase()
}

function jointAt(text: string, at: number): string | undefined {
  JOINT.lastIndex = at
  return JOINT.exec(text)?.[0]
}

/** Whether `small` can follow what `group` holds: 20 takes 1 to 9, a hundred takes all below it. */
function fits(group: number, small: number): boolean {
  if (group === 0) return true
  if (group % 100 === 0) return small > 0
  return group % 100 >= 20 && group % 10 === 0 && small > 0 && small < 10
}

/** Reads a number in words at `at`; `start` is a value already read (digits before "million"). */
export function readNumberWords(text: string, at: number, start?: number): Words | undefined {
  let total = 0
  let group = start ?? 0
  let begun = start !== undefined
  let scaled = false
  let end = at
  let next = at
  for (let count = 0; count < LONGEST; count++) {
    const word = wordAt(text, next)
    if (word === undefined) break
    const after = text.charCodeAt(next + word.length) | 32
    if (after >= 97 && after <= 122) break
    const joint = next === at ? '' : text.slice(end, next)
    const small = SMALL[word]
    const scale = SCALES[word]
    if (scale !== undefined && begun && joint.length < 2) {
      scaled = true
      if (scale < 1e3) group *= scale
      else {
        // "two lakh crore", "five hundred thousand million": a scale directly on a scale multiplies all.
        total = group === 0 ? total * scale : total + group * scale
        group = 0
      }
    } else if (
      small !== undefined &&
      start === undefined &&
      (!begun || (fits(group, small) && (scaled || group > 0)))
    ) {
      if (joint.length > 1 && !scaled) break
      group += small
      begun = true
    } else break
    end = next + word.length
    const more = jointAt(text, end)
    if (more === undefined) break
    next = end + more.length
  }
  return end > at ? { value: total + group, end, scaled } : undefined
}
