import type { Article } from '#core/article.ts'
import { articleId } from '#ingest/articles/article-id.ts'
import * as words from './words.ts'

/** 0 ≤ x < 1, the same for the same seed on every machine: xorshift with 32 bits (Marsaglia 2003). */
function randomFrom(seed: number): () => number {
  // Spread, because neighbouring seeds begin alike; and never 0, which xorshift cannot leave.
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  for (let round = 0; round < 8; round += 1) next()
  return next
}

interface Dice {
  pick<T>(list: readonly T[]): T
  between(low: number, high: number): number
}

interface Speaker {
  readonly name: string
  readonly surname: string
  readonly role: string
  readonly pronoun: 'he' | 'she'
}

/** The newest is dated here and each further one some minutes earlier: no clock, so that two runs compare. */
const NEWEST = Date.UTC(2025, 10, 30, 6)
const SPEAKERS = 400

/**
 * Invented articles of 2 to 4 kB with quotes in all common forms, figures and some 400 speakers who return.
 * The same count and seed give the same articles; a longer list starts with the shorter one.
 */
export function makeArticles(count: number, seed = 1): Article[] {
  const cast = diceFrom(randomFrom(seed))
  const speakers = Array.from({ length: SPEAKERS }, () => makeSpeaker(cast))
  return Array.from({ length: count }, (_, index) =>
    makeArticle(index, speakers, diceFrom(randomFrom(seed * 1_000_003 + index))),
  )
}

function diceFrom(random: () => number): Dice {
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1))
  return {
    between,
    pick(list) {
      const picked = list[between(0, list.length - 1)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
  }
}

function makeSpeaker({ pick }: Dice): Speaker {
  const surname = pick(words.SURNAME_STARTS) + pick(words.SURNAME_ENDS)
  const name = `${pick(words.FIRST_SYLLABLES)}${pick(words.LAST_SYLLABLES)} ${surname}`
  return { name, surname, role: pick(words.ROLES), pronoun: pick(['he', 'she']) }
}

function makeArticle(index: number, speakers: readonly Speaker[], dice: Dice): Article {
  const { pick, between } = dice
  const theme = pick(words.THEMES)
  const place = pick(words.PLACES)
  const outlet = pick(words.OUTLETS)
  const title = `${place} ${theme.act} (${index + 1})`
  const published = new Date(NEWEST - index * between(5, 9) * 60_000)
  const fill = (template: string): string =>
    template
      .replace('{a}', pick(theme.words))
      .replace('{b}', pick(theme.words))
      .replace('{s}', theme.subject)
      .replace('{p}', place)
      .replace('{n}', between(1_000, 90_000).toLocaleString('en-US'))
      .replace('{m}', String(between(2, 900)))
      .replace('{q}', String(between(5, 80)))
  const paragraphs = [`${place} ${theme.act}. ${fill(pick(words.NARRATION))} ${fill(pick(words.NARRATION))}`]
  const wanted = between(2_000, 3_600)
  while (paragraphs.join('\n\n').length < wanted) {
    paragraphs.push(
      ...makeVoice(pick(speakers), fill, dice),
      `${fill(pick(words.NARRATION))} ${fill(pick(words.NARRATION))}`,
    )
  }
  const text = paragraphs.join('\n\n')
  return {
    id: articleId({ outlet, title, published }),
    title,
    outlet,
    published,
    language: 'en',
    sample: true,
    // Every eighth desk types its marks straight.
    text: index % 8 === 7 ? text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'") : text,
  }
}

/** One speaker's turn: introduced in one of the usual ways, carried on by surname, pronoun or "the expert". */
function makeVoice(speaker: Speaker, fill: (template: string) => string, { pick, between }: Dice): readonly string[] {
  const { name, surname, role, pronoun } = speaker
  const saying = (): string => fill(pick(words.SAYINGS))
  const verb = pick(words.VERBS)
  const first = pick([
    `“${saying()},” ${verb} ${name}, ${role}.`,
    `“${saying()},” ${name}, ${role}, ${verb}. “${saying()}.”`,
    `${name}, ${role}, called it “${pick(words.FRAGMENTS)}.” “${saying()},” ${pronoun} ${verb}.`,
    `According to ${name}, ${role}, the dispute is far from over. “${saying()},” ${surname} ${verb}.`,
    `“${saying().replace(', ', `,” said ${name}, ${role}, “`)}.”`,
  ])
  const more = pick([
    `“${saying()}. ${saying()},” ${surname} added.`,
    `“${saying()},” the expert ${verb}.`,
    `“${saying()},” ${pronoun} said. “${saying()}.”`,
    `${surname} said that ${pronoun} would wait for the figures.`,
  ])
  return between(0, 2) === 0 ? [first] : [first, more]
}

/** The same article as a file for a content folder. A JSON string is a YAML string. */
export function articleFile({ title, outlet, published, language, text }: Article): string {
  const fields = { title, outlet, published: published.toISOString(), language }
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\nsample: true\n---\n\n${text}\n`
}
