import nlp from 'compromise'
import type { Article } from '#core/article.ts'
import { loadEngine } from '#engine.ts'
import { makeArticles } from '../invented/make-articles.ts'
import { table } from './measure.ts'

/** What any reading of quotes has to do at the very least: find marks, capitals and digits once. */
const BARE = /[“”"‘’']|\b[A-Z][a-z]+|\d+/g
/** Articles in a batch, and all that compromise is given, since only its speed is asked. */
const SAMPLE = 20
/** Processor seconds for each: the engines compile themselves for the first of them. */
const BUDGET = 8

/**
 * Speed of the whole analysis beside one bare regular expression and compromise over the same texts: both find who is
 * quoted and who is named, and the analysis its figures and key points besides.
 */
export function benchAnalysis(): string {
  const { analyze } = loadEngine()
  const articles = makeArticles(200, 7)
  const sample = articles.slice(0, SAMPLE)
  const bare = contender(articles, ({ text }) => text.match(BARE)?.length ?? 0)
  const whole = contender(articles, (article) => analyze(article).quotes.length)
  const wholeOfSample = contender(sample, (article) => analyze(article).quotes.length)
  const peer = contender(sample, ({ text }) => {
    const read = nlp(text)
    return read.quotations().out('array').length + read.people().out('array').length
  })
  const [bareSpeed, ours, oursOfSample, theirs] = fastest([bare, whole, wholeOfSample, peer])
  const row = (name: string, speed: number) => [name, speed.toFixed(2), (speed / ours!).toFixed(3)]
  return table([
    [`${articles.length} articles, ${(bytesOf(articles) / 1e6).toFixed(2)} MB, one thread, CPU time`, 'MB/s', 'ratio'],
    row('one bare regular expression', bareSpeed!),
    row('whole analysis', ours!),
    row(`whole analysis (${SAMPLE} of them)`, oursOfSample!),
    row(`compromise: quotations and people (the same ${SAMPLE})`, theirs!),
    ['  whole analysis, times compromise', (oursOfSample! / theirs!).toFixed(1), ''],
  ])
}

interface Contender {
  /** Processor seconds spent so far. */
  spent: number
  /** The least processor seconds that each batch ever took. */
  readonly least: number[]
  readonly batches: readonly (readonly Article[])[]
  readonly read: (article: Article) => number
}

function contender(articles: readonly Article[], read: (article: Article) => number): Contender {
  const batches = Array.from({ length: Math.ceil(articles.length / SAMPLE) }, (_, at) =>
    articles.slice(at * SAMPLE, (at + 1) * SAMPLE),
  )
  return { spent: 0, least: batches.map(() => Number.POSITIVE_INFINITY), batches, read }
}

function run(one: Contender): void {
  for (const [at, batch] of one.batches.entries()) {
    const start = process.cpuUsage()
    for (const article of batch) one.read(article)
    const { user, system } = process.cpuUsage(start)
    const seconds = (user + system) / 1e6
    one.spent += seconds
    one.least[at] = Math.min(one.least[at]!, seconds)
  }
}

/**
 * MB/s of each, by the best time of every batch: others may use the machine, and only the least time is the engine's
 * own. In turn, so that all see the same machine.
 */
function fastest(contenders: readonly Contender[]): readonly number[] {
  for (let round = 0; round < 3 || contenders.some(({ spent }) => spent < BUDGET); round++)
    for (const one of contenders) if (round < 3 || one.spent < BUDGET) run(one)
  return contenders.map(({ least, batches }) => bytesOf(batches.flat()) / least.reduce((sum, one) => sum + one) / 1e6)
}

const bytesOf = (articles: readonly Article[]): number =>
  articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
