import { loadEngine } from '#engine.ts'
import { makeArticles } from './make-articles.ts'
import { median, table, timeEach } from './measure.ts'

/** What any reading of quotes has to do at the very least: find marks, capitals and digits once. */
const BARE = /[“”"‘’']|\b[A-Z][a-z]+|\d+/g

/** Speed of the whole analysis beside one bare regular expression over the same texts. */
export async function benchAnalysis(): Promise<string> {
  const { analyze } = loadEngine()
  const articles = makeArticles(200, 7)
  const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const bare = () => articles.reduce((sum, { text }) => sum + (text.match(BARE)?.length ?? 0), 0)
  const whole = () => articles.reduce((sum, article) => sum + analyze(article).quotes.length, 0)
  // Warm, and in turn, so that both see the same machine.
  bare()
  whole()
  const [a, b]: [number[], number[]] = [[], []]
  for (let round = 0; round < 7; round++) {
    a.push(median(await timeEach(1, bare)))
    b.push(median(await timeEach(1, whole)))
  }
  const [bareMs, wholeMs] = [a, b].map((list) => median(list.sort((x, y) => x - y)))
  const speed = (ms: number) => (bytes / 1e6 / (ms / 1000)).toFixed(1)
  return table([
    [`${articles.length} articles, ${(bytes / 1e6).toFixed(2)} MB, one thread`, 'MB/s', 'ratio'],
    ['one bare regular expression', speed(bareMs!), '1'],
    ['whole analysis', speed(wholeMs!), (bareMs! / wholeMs!).toFixed(3)],
  ])
}
