import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readArticle } from '#ingest/articles/read-article.ts'
import { analyze } from '../core/english.ts'

const FOLDER = new URL('../../content/articles/', import.meta.url)

/** Who says each marked quote, by how it begins: as a reader has it who knows nothing but the article. */
const SPEAKERS: Readonly<Record<string, readonly (readonly [begins: string, speaker: string | null])[]>> = {
  'cannery-ruling.md': [
    ['A statute that an authority', 'Halvard Crewlind'],
    ['We bid in good faith,', 'Corin Pellwick'],
    ['narrow but complete.', 'Yusra Delacombe'],
    ['People keep asking me', 'Yusra Delacombe'],
    ['I am not against flats.', 'Bruno Estevarra'],
    ['The price was set', 'Oswin Tarrabell'],
    ['We will read the ruling', 'Maribel Quenneth'],
  ],
  'clinic-trial.md': [
    ['We thought the message', 'Amadou Villeneux'],
    ['People do not forget', 'Amadou Villeneux'],
    ['I said yes to everything,', 'Leonora Fenskard'],
    ['The nurse was going to be paid', 'Cosima Brandreth'],
    ['exemplary in its dullness,', 'Cosima Brandreth'],
    ['My part was to find out', 'Amadou Villeneux'],
  ],
  'cup-semifinal.md': [
    ['I did not see it go in,', 'Juno Abascarte'],
    ['At half-time I told them', 'Birgitta Sonnenfels'],
    ['My assistant said,', 'Birgitta Sonnenfels'],
    ['We were four minutes from', 'Mats Ellerling'],
    ['I have watched it three times,', 'Mats Ellerling'],
    ['He was dancing on it', 'Annika Prewett'],
    ['I went to the last one,', 'Gunnar Plaice'],
  ],
  'ferries-results.md': [
    ['We stopped sailing empty,', 'Hedda Ravensgard'],
    ['I would love to tell you', 'Hedda Ravensgard'],
    ['A ferry that lives off', 'Oswin Tarrabell'],
    ['Management did the dull thing,', 'Ottoline Stannard'],
    ['Profit is what is left', 'Wendel Marrick'],
    ['a boring repetition.', 'Hedda Ravensgard'],
    ['Not before the summer.', 'Hedda Ravensgard'],
  ],
  'flood-wall-vote.md': [
    ['We have argued about this', 'Pavla Drummont'],
    ['A wall buys time,', 'Ingrid Vasselin'],
    ['At the rate we measure,', 'Ingrid Vasselin'],
    ['My mother’s house', 'Emeric Thornvale'],
    ['Three years without a view', 'Odile Brannock'],
    ['I looked at the tide table,', 'Aldous Finnery'],
  ],
  'flood-wall-wire.md': [
    ['Tonight we stopped arguing', 'Pavla Drummont'],
    ['A wall buys time,', 'Ingrid Vasselin'],
    ['the most expensive way', 'Emeric Thornvale'],
    ['The two cities are running', 'Oswin Tarrabell'],
    ['They are not moved by drawings,', 'Oswin Tarrabell'],
    ['favouring is not financing.', 'Saskia Lorrimond'],
  ],
  'letters-museum.md': [
    ['The clerk had pencilled', 'Philippa Noorwald'],
    ['I told them to look', 'Yusra Delacombe'],
    ['She asks him whether', 'Teodor Wexcombe'],
    ['In the end I decided', 'Teodor Wexcombe'],
    ['You should feel', 'Ignace Verrault'],
    // The town’s writers’ union, which has no name of its own.
    ['a burglary with captions.', null],
    ['We do not promise to deliver it,', 'Philippa Noorwald'],
  ],
  'nato-overhaul.md': [
    ['general overhaul.', 'Elon Musk'],
    ['anachronism', 'Mike Lee'],
    ['The reorganization of NATO', 'Stanislav Tkachenko'],
    ['Musk’s initiative could', 'Stanislav Tkachenko'],
    ['It is certainly possible', 'Stanislav Tkachenko'],
    ['However, the positions', 'Stanislav Tkachenko'],
    ['Moreover, he has obvious', 'Stanislav Tkachenko'],
    ['Trump’s task could be', 'Stanislav Tkachenko'],
    ['As long as liberal elites', 'Alexander Rahr'],
    ['EU member states will try', 'Alexander Rahr'],
    ['It is unclear whether', 'Alexander Rahr'],
  ],
  'night-trains.md': [
    ['Slow is what we are selling,', 'Rosalind Achterwell'],
    ['The first year belongs', 'Oswin Tarrabell'],
    ['If the railway can get', 'Oswin Tarrabell'],
    ['He said that you could tell', 'Lisbet Corrigane'],
    ['The last bus to Veldray', 'Matthis Oyelund'],
    ['They brake at ten to three,', 'Hanne Isterling'],
  ],
  'seagrass-survey.md': [
    ['White on a chart', 'Leonora Fenskard'],
    ['When you pull up a core', 'Leonora Fenskard'],
    ['The top of it is warm', 'Leonora Fenskard'],
    ['the most patient piece', 'Ingrid Vasselin'],
    ['Nine is not nothing,', 'Ingrid Vasselin'],
    ['The moment you sell', 'Leonora Fenskard'],
  ],
  'storm-odalys.md': [
    ['The wind got the attention', 'Kester Amblin'],
    ['They gave me two blankets', 'Imre Castellane'],
    ['Twenty centimetres is not', 'Ingrid Vasselin'],
    ['It would have been closed', 'Ingrid Vasselin'],
    ['I have seen people carry', 'Pavla Drummont'],
    ['It is still there,', 'Kester Amblin'],
  ],
}

describe('who says the quotes of the articles that come with the bot', () => {
  test('every article is read', () => {
    expect(Object.keys(SPEAKERS)).toEqual(readdirSync(FOLDER).sort())
  })

  test.each(Object.entries(SPEAKERS))('%s', (file, expected) => {
    const article = readArticle(readFileSync(new URL(file, FOLDER)), file, new Date('2025-12-31T00:00:00Z'))
    const { quotes, people } = analyze(article)
    const marked = quotes.filter(({ kind }) => kind === 'direct' || kind === 'mixed')
    const found = marked.map(({ spans, speaker }, at) => {
      const { start } = spans[0]!
      const words = article.text.slice(start, start + (expected[at]?.[0].length ?? 30))
      return [words, speaker === null ? null : people[speaker]!.name]
    })
    expect(found).toEqual(expected)
  })
})
