import nlp from 'compromise'
import { loadEngine } from '#engine.ts'
import { makeArticles } from './make-articles.ts'
import { median, table, timeEach } from './measure.ts'

/** What any reading of quotes has to do at the very least: find marks, capitals and digits once. */
const BARE = /[“”"‘’']|\b[A-Z][a-z]+|\d+/g
/** compromise is given fewer articles, since only its speed is asked. */
const SAMPLE = 20

/** Speed of the whole analysis beside one bare regular expression and compromise over the same texts. */
export async function benchAnalysis(): Promise<string> {
  const { analyze } = loadEngine()
  const articles = makeArticles(200, 7)
  const sample = articles.slice(0, SAMPLE)
  const bytesOf = (list: typeof articles) => list.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const bare = () => articles.reduce((sum, { text }) => sum + (text.match(BARE)?.length ?? 0), 0)
  const whole = () => articles.reduce((sum, article) => sum + analyze(article).quotes.length, 0)
  const peer = () =>
    sample.reduce((sum, { text }) => {
      const read = nlp(text)
      return sum + read.quotations().out('array').length + read.people().out('array').length
    }, 0)
  // Warm, and in turn, so that all see the same machine; the best round, since others may use it too.
  for (const work of [bare, whole, whole, whole, peer]) work()
  const [a, b, c]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < 7; round++) {
    a.push(median(await timeEach(1, bare)))
    b.push(median(await timeEach(1, whole)))
    if (round < 3) c.push(median(await timeEach(1, peer)))
  }
  const best = (list: readonly number[]) => Math.min(...list)
  const bytes = bytesOf(articles)
  const speeds = [bytes / best(a) / 1e3, bytes / best(b) / 1e3, bytesOf(sample) / best(c) / 1e3]
  const [bareSpeed, ours, theirs] = speeds as [number, number, number]
  const row = (name: string, speed: number) => [name, speed.toFixed(2), (speed / ours).toFixed(3)]
  return table([
    [`${articles.length} articles, ${(bytes / 1e6).toFixed(2)} MB, one thread`, 'MB/s', 'ratio'],
    row('one bare regular expression', bareSpeed),
    row('whole analysis', ours),
    row(`compromise: quotations and people (${SAMPLE} of them)`, theirs),
    ['  whole analysis, times compromise', (ours / theirs).toFixed(1), ''],
  ])
}
