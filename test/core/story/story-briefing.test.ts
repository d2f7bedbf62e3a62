import { describe, expect, it } from 'vitest'
import type { Entry } from '#core/ports/library.ts'
import type { Block, Inline } from '#core/reply.ts'
import { inlines } from '#core/reply.ts'
import { foldCopies } from '#core/story/fold-copies.ts'
import type { Seen } from '#core/story/last-read.ts'
import { parseOutlets } from '#core/story/outlets.ts'
import { storyBriefing } from '#core/story/story-briefing.ts'
import { loadEngine, stopWords } from '../../../src/engine.ts'
import { daysAfter } from '../../fakes/entries.ts'

const { analyze, lexicon } = loadEngine()
const { outlets } = parseOutlets(
  '## Quillon Wire\nwire: yes\n- Quillon Wire\n## Press\n- The Courier\n- Evening Courier',
)

function report(outlet: string, title: string, text: string, more: Partial<Entry['article']> = {}): Entry {
  const article = { id: outlet, title, outlet, published: daysAfter(0), language: 'en', sample: false, text, ...more }
  return { article, analysis: analyze(article), engine: 'test' }
}

const VOTE = 'The council of Harrowmouth voted late on Tuesday to build a harbour wall with four steel gates.'
const COURIER = report(
  'The Courier',
  'Council backs harbour wall',
  `${VOTE} The steel wall will cost $42 million and take three years to build.\n“Tonight we stopped arguing and started pouring concrete,” said Mayor Pavla Drummont.\nShopkeepers on the quay fear for their trade, and many of them want a fund from the province.`,
)
const WIRE = report(
  'Quillon Wire',
  'Harrowmouth votes for harbour wall',
  `Harrowmouth will build a harbour wall with four gates, its council voted on Tuesday. The steel wall in Harrowmouth will cost $46 million and take three years to build.\n“Tonight we stopped arguing and started pouring concrete,” Drummont told the meeting.\nInsurers doubled premiums behind the quay last winter, and underwriters have left Netmakers’ Quarter.`,
  { published: daysAfter(1), url: 'https://quillon.example/wall' },
)
const COPY = {
  ...WIRE,
  article: {
    ...WIRE.article,
    id: 'ledger',
    outlet: 'The Lantern Ledger',
    url: 'https://ledger.example/wall',
    published: daysAfter(0.9),
  },
}

const brief = (entries: readonly Entry[], seen?: Seen) =>
  storyBriefing({ entries, ...(seen && { seen }), outlets, stopWords: stopWords(lexicon), zone: 'UTC' })

const word = (part: Inline): string =>
  typeof part === 'string'
    ? part
    : 'bold' in part
      ? part.bold
      : 'italic' in part
        ? part.italic
        : 'link' in part
          ? part.link
          : 'time' in part
            ? part.time
            : part.typed
function line(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text
    case 'text':
      return inlines(block.text).map(word).join('')
    case 'quote':
      return `${block.passages.join(' … ')} | ${inlines(block.credit).map(word).join('')}`
    case 'fields':
      return block.fields.map(({ name, value }) => `${name}: ${inlines(value).map(word).join('')}`).join(' / ')
    default:
      return block.kind
  }
}
const lines = (blocks: readonly Block[]): readonly string[] => blocks.map(line)
/** What stands between a label and the next divider. */
function under(blocks: readonly Block[], label: string): readonly string[] {
  const all = lines(blocks)
  const from = all.indexOf(label)
  if (from === -1) return []
  const to = all.findIndex((one, at) => at > from && (one === 'divider' || one === 'Voices'))
  return all.slice(from + 1, to === -1 ? undefined : to)
}

describe('a story briefing', () => {
  it('says each quote once, with all outlets that carry it', () => {
    const voices = under(brief([COURIER, WIRE]), 'Voices')
    const concrete = voices.filter((one) => one.startsWith('Tonight we stopped'))
    expect(concrete).toHaveLength(1)
    expect(concrete[0]).toContain('Pavla Drummont')
    expect(concrete[0]).toContain('also in Quillon Wire')
  })

  it('does not call it disputed where an outlet names only one of those who said it as one', () => {
    const words = '“Tonight we stopped arguing and started pouring concrete,” said'
    const both = report('The Courier', 'Wall', `${words} Pavla Drummont and Aldous Finnery in a joint statement.`)
    const one = report('Fathom Weekly', 'Wall', `${words} Aldous Finnery.`, { published: daysAfter(2) })
    const voices = under(brief([both, one]), 'Voices')
    expect(voices.filter((line) => line.includes('pouring concrete'))).toHaveLength(1)
    expect(voices.join('\n')).toContain('Pavla Drummont and Aldous Finnery')
    expect(voices.join('\n')).not.toContain('Disputed')
  })

  it('has no voice for words that stand inside another voice’s', () => {
    const told = report(
      'The Courier',
      'Wall',
      '“Aldous Finnery said, ‘Tonight we started pouring concrete,’ and we cheered,” recalled Pavla Drummont.',
    )
    const voices = under(brief([told]), 'Voices')
    expect(voices.filter((line) => line.includes('pouring concrete'))).toHaveLength(1)
    expect(voices.join('\n')).toContain('Pavla Drummont')
  })

  it('says that an outlet gives the same words to somebody else', () => {
    const other = report(
      'Fathom Weekly',
      'Wall',
      '“Tonight we stopped arguing and started pouring concrete,” said Aldous Finnery.',
      { published: daysAfter(2) },
    )
    const voices = under(brief([COURIER, other]), 'Voices')
    expect(voices.join('\n')).toContain('Disputed: Fathom Weekly gives these words to Aldous Finnery')
    expect(voices.join('\n')).not.toContain('also in Fathom Weekly')
  })

  it('tells what happened from several outlets without telling it twice', () => {
    const points = under(brief([COURIER, WIRE]), 'What happened')
    expect(points.filter((one) => one.includes('build a harbour wall'))).toHaveLength(1)
    expect(points.some((one) => one.includes('The Courier ¶'))).toBe(true)
  })

  it('puts figures side by side where outlets disagree', () => {
    const [differ] = under(brief([COURIER, WIRE]), 'Figures that differ between outlets')
    expect(differ).toContain('$42 million · The Courier')
    expect(differ).toContain('$46 million · Quillon Wire')
  })

  it('sees no disagreement between outlets of one family', () => {
    const evening = { ...WIRE, article: { ...WIRE.article, outlet: 'Evening Courier' } }
    expect(under(brief([COURIER, evening]), 'Figures that differ between outlets')).toEqual([])
  })

  it('names the outlets that printed one text, once, under the agency’s', () => {
    const folded = foldCopies([COURIER, WIRE, COPY], outlets)
    expect(folded.map(({ entry, outlets: printed }) => [entry.article.outlet, printed])).toEqual([
      ['The Courier', ['The Courier']],
      ['Quillon Wire', ['The Lantern Ledger', 'Quillon Wire']],
    ])
    expect(lines(brief([COURIER, WIRE, COPY])).some((one) => one.includes('the same text in The Lantern Ledger'))).toBe(
      true,
    )
  })

  it('folds the same articles in the same way whatever their order', () => {
    expect(foldCopies([COPY, WIRE, COURIER], outlets)).toEqual(foldCopies([COURIER, WIRE, COPY], outlets))
  })

  const LABEL = `New since you last read this here (${daysAfter(2).toISOString()})`
  const seenAll = (...ids: readonly string[]): Seen => new Map(ids.map((id) => [id, { last: daysAfter(2) }]))

  it('tells a reader what is new before all else, and says so when nothing is', () => {
    const storm = report(
      'Fathom Weekly',
      'Wall in doubt',
      'A judge in Varnholm halted all work on Friday after divers found a wreck under the seabed.\n“The wreck is older than the town,” said the judge, Ottoline Varga.',
      { published: daysAfter(3) },
    )
    const again = brief([COURIER, WIRE, storm], seenAll('The Courier', 'Quillon Wire'))
    expect(under(again, LABEL)).toEqual([
      expect.stringContaining('A judge in Varnholm halted all work'),
      expect.stringMatching(/^The wreck is older than the town, \| Ottoline Varga/),
    ])
    expect(lines(again).indexOf(LABEL)).toBe(2)
    expect(under(again, 'What happened').join()).not.toContain('halted all work')
    const seen = seenAll('The Courier', 'Quillon Wire')
    const when = daysAfter(2).toISOString()
    expect(lines(brief([COURIER, WIRE], seen))).toContain(`Nothing new since you last read this here (${when}).`)
    expect(lines(brief([COURIER, WIRE, COPY], seen))).toContain(
      `1 more article since you last read this here (${when}), with nothing new in it.`,
    )
  })

  it('tells a reader what an outlet changed in an article that they read', () => {
    const was = report('Quillon Wire', 'Harrowmouth votes', WIRE.article.text.replace('$46 million', '$41 million'))
    const seen: Seen = new Map([
      ['The Courier', { last: daysAfter(2) }],
      ['Quillon Wire', { last: daysAfter(2), was }],
    ])
    expect(under(brief([COURIER, WIRE], seen), LABEL)).toEqual([
      '• Quillon Wire: Headline changed from “Harrowmouth votes” to “Harrowmouth votes for harbour wall”.',
      '• Quillon Wire: Figure changed: was $41 million, now $46 million. “The steel wall in Harrowmouth will cost $46 million and take three years to build.”',
    ])
  })

  it('shows what only one outlet says, and not where there is only one', () => {
    const storm = report(
      'Fathom Weekly',
      'Wreck',
      'A judge in Varnholm halted all work on Friday after divers found a wreck under the seabed.',
      { published: daysAfter(3) },
    )
    expect(under(brief([COURIER, WIRE, storm]), 'What only one outlet says')).toEqual([
      expect.stringContaining('Fathom Weekly ¶1'),
    ])
    expect(under(brief([storm]), 'What only one outlet says')).toEqual([])
  })

  it('marks samples wherever it shows them', () => {
    const sample = { ...COURIER, article: { ...COURIER.article, sample: true } }
    const shown = lines(brief([sample, WIRE])).filter((one) => one.includes('The Courier') && !one.includes('$'))
    expect(shown.filter((one) => !one.includes('sample (invented)'))).toEqual([])
    expect(lines(brief([sample, WIRE]))[1]).toContain('1 of them samples (invented)')
  })

  it('shows nothing but slices of the articles beside its labels', () => {
    const text = [COURIER, WIRE].map(({ article }) => article.text).join('\n')
    for (const block of brief([COURIER, WIRE])) {
      if (block.kind === 'quote') for (const passage of block.passages) expect(text).toContain(passage)
      if (block.kind === 'text' && line(block).startsWith('• '))
        expect(text).toContain(word(inlines(block.text)[0]!).slice(2).trim())
    }
  })

  it('of no article is nothing', () => {
    expect(brief([])).toEqual([])
  })
})
