import { copyPrint, createCopyIndex, isNearCopy } from '#core/story/near-copies.ts'
import { givenFolder } from '../data/given-folder.ts'
import { dataFolder } from '../data/labelled.ts'
import { readTexts } from '../data/stories.ts'

/**
 * How many near copies are found, by kind of edit, and how many pairs of other articles are taken for copies.
 *
 *   npm run eval -- copies [--data FOLDER]
 */
const ARTICLES = 400

const BOILERPLATE =
  'Sign up for our morning letter and never miss a story. Follow us wherever you read. This report was first ' +
  'published by a partner and has been edited for style. All rights are reserved; it may not be passed on without leave. ' +
  'Have you seen something that we should know about? Write to our newsroom in confidence.'

const folder = dataFolder(givenFolder(process.argv), 'ingest')
const texts = readTexts(folder)?.slice(0, ARTICLES) ?? null
if (texts === null)
  console.log(`skipped near copies: no keypoints.dev.jsonl.gz in ${folder} (name its folder with --data)`)
else measure(texts)

function measure(originals: readonly string[]): void {
  const started = performance.now()
  const prints = originals.map((text, at) => copyPrint(String(at), text))
  const index = createCopyIndex(prints)
  console.log(`${originals.length} articles indexed in ${(performance.now() - started).toFixed(0)} ms`)
  for (const [name, edit] of Object.entries(edits())) {
    let met = 0
    let found = 0
    for (const [at, text] of originals.entries()) {
      const print = copyPrint('edited', edit(text, at))
      if (index.candidates(print).includes(String(at))) met += 1
      if (index.copies(print).includes(String(at))) found += 1
    }
    const percent = (count: number) => `${((100 * count) / originals.length).toFixed(1)} %`
    console.log(`${name.padEnd(22)} found ${percent(found)} (candidates ${percent(met)})`)
  }
  const pairs: string[] = []
  let missed = 0
  for (let a = 0; a < originals.length; a += 1) {
    const copies = new Set(index.copies(prints[a]!))
    for (let b = 0; b < a; b += 1) {
      if (copies.has(String(b))) pairs.push(`${b}–${a}`)
      else if (isNearCopy(originals[a]!, originals[b]!)) missed += 1
    }
  }
  const all = (originals.length * (originals.length - 1)) / 2
  console.log(`other articles: ${pairs.length} of ${all} pairs taken for copies (${missed} more without the index)`)
  console.log(`   ${pairs.join(' ')}`)
}

type Edit = (text: string, seed: number) => string

/** Sentences, roughly: this cuts texts up for the test and is no part of what is tested. */
function cut(text: string): string[] {
  return text.split(/(?<=[.!?]["”]?)\s+(?=["“A-Z])/)
}

function edits(): Readonly<Record<string, Edit>> {
  return {
    'cut to its first third': (text) => {
      const sentences = cut(text)
      return sentences.slice(0, Math.max(2, Math.ceil(sentences.length / 3))).join(' ')
    },
    'other byline and lead': (text) =>
      [
        'HARROWMOUTH (Quillon Wire) — By Piers Oldacre. What follows was reported by our partners.',
        ...cut(text).slice(1),
      ].join(' '),
    'paragraphs reordered': (text, seed) => {
      const sentences = cut(text)
      const groups: string[][] = []
      for (let at = 0; at < sentences.length; at += 3) groups.push(sentences.slice(at, at + 3))
      return groups
        .map((group, at) => ({ group, rank: (at * 7919 + seed * 31) % 101 }))
        .sort((a, b) => a.rank - b.rank)
        .flatMap(({ group }) => group)
        .join(' ')
    },
    'other headline': (text) => `Everything you need to know this evening\n${text}`,
    'half its sentences': (text) =>
      cut(text)
        .filter((_, at) => at % 2 === 0)
        .join(' '),
    'boilerplate added': (text) => `${BOILERPLATE}\n${text}\n${BOILERPLATE}\n${BOILERPLATE}`,
    'one word in twelve': (text, seed) =>
      text
        .split(' ')
        .map((word, at) => ((at + seed) % 12 === 5 ? 'rather' : word))
        .join(' '),
  }
}
