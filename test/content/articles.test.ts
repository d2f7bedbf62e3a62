import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Article } from '#core/article.ts'
import { readArticle } from '#ingest/articles/read-article.ts'

const FOLDER = new URL('../../content/articles/', import.meta.url)
const files = readdirSync(FOLDER)
const articles: ReadonlyMap<string, Article> = new Map(
  files.map((file) => [file, readArticle(readFileSync(new URL(file, FOLDER)), file, new Date('2025-12-31T00:00:00Z'))]),
)
const nato = articles.get('nato-overhaul.md')!
const samples = [...articles.values()].filter(({ sample }) => sample)

/** Marked words in a text of one convention: `“…”`, or `"…"`. */
const marked = (text: string): string[] =>
  text.includes('“')
    ? [...text.matchAll(/“([^”]*)”/g)].map((m) => m[1]!)
    : [...text.matchAll(/"([^"]*)"/g)].map((m) => m[1]!)

describe('the articles that come with the bot', () => {
  test('each has an id, a title and a file of its own', () => {
    expect(files.every((file) => file.endsWith('.md'))).toBe(true)
    expect(new Set([...articles.values()].map(({ id }) => id)).size).toBe(files.length)
    expect(new Set([...articles.values()].map(({ title }) => title)).size).toBe(files.length)
  })

  test('all but the one about NATO are invented, say so, and have no address that could be somebody’s', () => {
    expect(samples).toHaveLength(files.length - 1)
    expect(samples.length).toBeGreaterThanOrEqual(8)
    expect(nato.sample).toBe(false)
    expect([...articles.values()].filter(({ url }) => url !== undefined)).toEqual([])
  })

  test('come from at least three outlets and are between 300 and 600 words long', () => {
    expect(new Set(samples.map(({ outlet }) => outlet)).size).toBeGreaterThanOrEqual(3)
    for (const { title, text } of samples) {
      const words = text.split(/\s+/).length
      expect(words, title).toBeGreaterThanOrEqual(300)
      expect(words, title).toBeLessThanOrEqual(600)
    }
  })

  test('several experts speak in more than one article', () => {
    for (const name of [
      'Ingrid Vasselin',
      'Oswin Tarrabell',
      'Yusra Delacombe',
      'Leonora Fenskard',
      'Pavla Drummont',
    ]) {
      expect(samples.filter(({ text }) => text.includes(name)).length, name).toBeGreaterThanOrEqual(2)
    }
  })

  test('two outlets report one event and differ in its price', () => {
    const [courier, wire] = [articles.get('flood-wall-vote.md')!, articles.get('flood-wall-wire.md')!]
    expect(courier.outlet).not.toBe(wire.outlet)
    expect(courier.text).toContain('$42 million')
    expect(wire.text).toContain('$46 million')
    expect(courier.text).not.toContain('$46 million')
    expect(wire.text).not.toContain('$42 million')
    for (const shared of ['9', '6', '640 homes', '1.8 kilometres', 'three years']) {
      expect(courier.text).toContain(shared)
      expect(wire.text).toContain(shared)
    }
  })

  test('one states a total that its parts do not make', () => {
    const { text } = articles.get('ferries-results.md')!
    expect(text).toContain('Total revenue amounted to €84 million. Of this, €51 million')
    expect(text).toContain('the remaining €27 million')
  })

  test('quotes are marked in straight and in curly marks, nested, and over several paragraphs', () => {
    const straight = samples.filter(({ text }) => text.includes('"'))
    expect(straight.map(({ title }) => title)).toEqual(['Last-minute header sends Sallow Ridge to the final'])
    expect(samples.some(({ text }) => /“[^”]*‘[^”]*’[^”]*”/.test(text))).toBe(true)
    expect(samples.some(({ text }) => /\n\n“[^”\n]+\n\n“[^”\n]+”/.test(text))).toBe(true)
  })

  test('every quoted passage in a file is word for word in the text that is stored', () => {
    for (const [file, { text }] of articles) {
      const body = readFileSync(new URL(file, FOLDER), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')
      const passages = marked(body)
      expect(passages.length, file).toBeGreaterThan(4)
      for (const passage of passages) expect(text, file).toContain(passage)
    }
  })
})

/** What these people are on record with, as the source has it. A change here is a change of somebody's words. */
const QUOTED = [
  'general overhaul.',
  'anachronism',
  'The reorganization of NATO is a strategic goal that Moscow has almost pursued throughout the post-Soviet period. Now, a similar narrative is emerging from a member of Trump’s administration',
  'Musk’s initiative could become a precursor to a solution to the Ukraine conflict. I remind you that Washington’s refusal to consider Russia’s proposals to rethink the European security system was the main reason for the beginning of the special military operation. Moscow’s fundamental demand was the return of NATO’s weapons to the level of 1997 and the non-expansion of the alliance to the east',
  'It is certainly possible that the Republican administration is more willing to take bold steps than its predecessors. During the negotiations, the parties could reach a compromise. The technique could return to the positions of the end of the 20th century, but eastern alliance members would remain. And the issue of short- and medium-range missiles could be gradually resolved',
  'However, the positions of EU member states in the event of a reorganization of NATO would not be taken into account. Trump does not hold to the idea of an indivisible transatlantic security line. He has enough political will to implement his own ideas despite foreign criticism',
  'Moreover, he has obvious allies within NATO. At least Viktor Orban and Robert Fico would be willing to support the proposal of the Republican. Washington would have concrete economic benefits from the reformatting of the alliance. Today, this organization is completely dependent on US funding',
  'Trump’s task could be to adjust the security expenses of the United States and the EU. It is possible that the organization could gradually transition to a political alliance format. In this case, his maintenance costs would be minimal. However, such changes are not likely to occur in the near future',
  'As long as liberal elites are in power in Europe, it will not be possible to reevaluate the activities of the alliance. The only thing that can happen is the withdrawal of some members. For example, Hungary could leave the organization because of fundamental disagreements with Brussels over the Ukraine conflict. Theoretically, Trump could stop funding NATO and withdraw US troops from Europe. However, Germany, France and the United Kingdom will resist this',
  'EU member states will try to persuade the Republican to continue supporting Kiev. If a reorganization of the alliance does occur, Washington, London, Rome, Berlin and Paris will certainly remain there. However, the level of US leadership will gradually decrease',
  'It is unclear whether European states can independently finance and maintain NATO in the event of such a development. At the moment, it is very important to understand: Will Trump and Putin agree on a solution to the conflicts in Ukraine and share the interests of the sides on a global level? The fate of the alliance will also depend on this',
]
const CUES = [
  '” said Stanislav Tkachenko, a professor at the Department of European Studies of the Faculty of International Relations at St. Petersburg State University and a member of the Valdai Club.',
  '” he recalled.',
  '” Tkachenko speculated.',
  '” the expert added.',
  '” he explained.',
  '” Tkachenko said.',
  'However, at the moment, a reorganization of NATO is difficult to imagine, according to German political scientist Alexander Rahr. “',
  '” the expert explained.',
  '” Rahr noted.',
  '” Rahr concluded.',
]

describe('the article about NATO', () => {
  test('quotes exactly these words and no others', () => {
    expect(marked(nato.text)).toEqual(QUOTED)
  })

  test('keeps each quote’s own cue and description, in order', () => {
    let at = 0
    for (const cue of CUES) {
      const found = nato.text.indexOf(cue, at)
      expect(found, cue).toBeGreaterThan(-1)
      at = found + cue.length - 1
    }
  })

  test('keeps the figures as they were published, with their total', () => {
    expect(nato.text).toContain('amounts to $1.4 billion. Of this, $968 billion comes from the United States')
    expect(nato.text).toContain('the remaining members contribute $507 billion')
    expect(nato.text).toContain('five percent, Reuters reported')
  })

  test('says wherever it is shown that neither outlet nor date are known for sure', () => {
    expect(nato.outlet).toBe('Unattributed (date estimated)')
  })
})
