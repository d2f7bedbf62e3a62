import type { Analysis, Quote } from '#core/analysis.ts'
import { LOW, percent } from '#core/briefing/confidence.ts'
import { wayOf } from '#core/briefing/credit.ts'
import { speakerNames, tellersOf } from '#core/briefing/spoken.ts'
import { passages } from '#core/briefing/statement.ts'
import { slice } from '#core/text/span.ts'

/** The analysis for an editor at a terminal. */
export function report(file: string, text: string, analysis: Analysis): string {
  const lines = analysis.quotes.map((quote) => {
    const said = passages(text, quote).map((passage) => `  │ ${passage}`)
    const sure = quote.speaker !== null && quote.confidence < LOW ? `, only ${percent(quote.confidence)} sure` : ''
    const way = wayOf(quote, text, tellersOf(quote, text, analysis))
    return `¶${quote.paragraph} ${whoSaid(quote, text, analysis)}, ${way}${sure}:\n${said.join('\n')}`
  })
  const figures = analysis.figures.map(
    (figure) => `¶${figure.paragraph} ${slice(text, figure)}${figure.of ? ` – ${slice(text, figure.of)}` : ''}`,
  )
  const checks = analysis.checks.map(({ working }) => `Figures to check: ${working}`)
  const points = analysis.keyPoints.map((point) => `¶${point.paragraph} ${slice(text, point)}`)
  const part = (title: string, list: readonly string[]) =>
    list.length === 0 ? [] : [`\n${title}\n`, ...list.map((line) => `${line}\n`)]
  return [
    `${file}\n`,
    ...(analysis.unread === undefined ? [] : [`\nAbout this text: ${analysis.unread}.\n`]),
    ...part('KEY POINTS', points),
    ...part('QUOTES', lines),
    ...part('FIGURES', [...figures, ...checks]),
    '\n',
  ].join('')
}

/** "Ana Lund (“she”, a pronoun in front of the cue)", "unclear who, perhaps …", "not named (“a spokesman”, …)". */
export function whoSaid(quote: Quote, text: string, analysis: Analysis): string {
  const words = quote.mention ? `“${slice(text, quote.mention)}”, ` : ''
  const grounds = ` (${words}${quote.reason})`
  const name = speakerNames(quote, analysis.people)
  if (name !== null) return name + grounds
  if (quote.candidates === undefined) return `${quote.mention ? 'not named' : 'unclear who'}${grounds}`
  const perhaps = quote.candidates.map(
    ({ speaker, confidence }) => `${analysis.people[speaker]!.name} (${percent(confidence)})`,
  )
  return `unclear who, perhaps ${perhaps.join(' or ')}${grounds}`
}
