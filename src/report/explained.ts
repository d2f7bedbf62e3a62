import type { Analysis, Quote } from '#core/analysis.ts'
import { percent } from '#core/briefing/confidence.ts'
import { wayOf } from '#core/briefing/credit.ts'
import { tellersOf } from '#core/briefing/spoken.ts'
import type { ExplainedChoice, Explanation } from '#core/quotes/explain.ts'
import { type Span, slice } from '#core/text/span.ts'
import { whoSaid } from './report.ts'

/** As many as an editor reads: of the choices for one span, and of what spoke for and against each. */
const CHOICES = 4
const GROUNDS = 4
/** A word of speech that so surely reports nothing is told in one line. */
const CLEAR = 0.9

const LEGEND =
  'Each choice has its share of the whole, then what spoke for it (+) and against it (−), the weightiest first;\n' +
  'what the names of the grounds mean stands in docs/quotes.md. The arrow is what was taken.\n'

/** Every span the engine decided on, in its paragraph, with the choices it had and why it took the one it did. */
export function explained(
  file: string,
  text: string,
  analysis: Analysis,
  explanations: readonly Explanation[],
): string {
  const byParagraph = Map.groupBy(explanations, ({ paragraph }) => paragraph)
  const parts = [...byParagraph].map(([number, list]) => {
    const paragraph = analysis.paragraphs[number - 1]
    const numbered = list.map((one, at) => ({ one, label: String(at + 1) }))
    const shown = paragraph === undefined ? '' : marked(text, paragraph, numbered)
    return [`\n¶${number} ${shown}\n`, ...numbered.map(({ one, label }) => decided(one, label, text, analysis))].join(
      '',
    )
  })
  const nothing =
    parts.length === 0 ? '\nNothing here stands between marks or behind a word of speech.\n' : `\n${LEGEND}`
  const note = analysis.unread === undefined ? '' : `\nAbout this text: ${analysis.unread}.\n`
  // What no rule of this language was applied to has no decisions to explain.
  if (analysis.language.code === 'und') return `${file}\n${note}\n`
  return `${file}\n${note}${parts.join('')}${nothing}\n`
}

/** The paragraph with each span in numbered brackets, one inside another where it stands so. */
function marked(text: string, paragraph: Span, spans: readonly { one: Explanation; label: string }[]): string {
  let shown = ''
  let at = paragraph.start
  const open: number[] = []
  const goOnTo = (end: number) => {
    shown += text.slice(at, end)
    at = Math.max(at, end)
  }
  const closeUpTo = (offset: number) => {
    while (open.length > 0 && open.at(-1)! <= offset) {
      goOnTo(open.pop()!)
      shown += ']'
    }
  }
  for (const { one, label } of spans) {
    closeUpTo(one.span.start)
    if (one.span.start < at) continue
    goOnTo(one.span.start)
    shown += `[${label}: `
    open.push(Math.min(one.span.end, open.at(-1) ?? paragraph.end))
  }
  closeUpTo(paragraph.end)
  return (shown + text.slice(at, paragraph.end)).trim()
}

function decided(explanation: Explanation, label: string, text: string, analysis: Analysis): string {
  const { kind, span, choices } = explanation
  const first = choices[0]
  if (kind === 'reported' && first !== undefined && first.chosen && first.content === null && first.share >= CLEAR)
    return `  [${label}] “${slice(text, span)}” reports nothing (${percent(first.share)})\n`
  const lines = choices.slice(0, CHOICES).map((choice) => {
    const arrow = choice.chosen ? '→' : ' '
    return `    ${arrow} ${percent(choice.share).padStart(5)}  ${named(choice, text)}\n             ${grounds(choice)}\n`
  })
  const rest = choices.slice(CHOICES)
  const others = rest.reduce((sum, { share }) => sum + share, 0)
  const more = rest.length === 0 ? '' : `      ${percent(others).padStart(5)}  ${rest.length} more\n`
  return [`  [${label}] ${verdict(explanation, text, analysis)}\n`, ...lines, more].join('')
}

/** What the analysis makes of it in the end, which also knows the article around it. */
function verdict({ kind, span, choices }: Explanation, text: string, analysis: Analysis): string {
  const chosen = choices.find((choice) => choice.chosen)
  const start = kind === 'marked' ? span.start : chosen?.content?.start
  const quote = start === undefined ? undefined : analysis.quotes.find((one) => holds(one, start, kind))
  if (quote === undefined) return kind === 'marked' ? 'said by nobody' : 'reports nothing'
  const way = wayOf(quote, text, tellersOf(quote, text, analysis))
  const who = `${whoSaid(quote, text, analysis)}, ${way}, ${percent(quote.confidence)} sure`
  return kind === 'marked' && quote.kind !== 'nested'
    ? who
    : `${who}: “${quote.spans.map((part) => slice(text, part)).join(' … ')}”`
}

const holds = (quote: Quote, start: number, kind: Explanation['kind']): boolean =>
  (quote.kind === 'indirect') === (kind === 'reported') && quote.spans.some((span) => span.start === start)

function named({ mention, cue, content, reason }: ExplainedChoice, text: string): string {
  if (mention === null) return reason
  const words = [`“${slice(text, mention)}”`, cue === null ? '' : `“${slice(text, cue)}”`].filter((part) => part !== '')
  const what = content === null ? '' : `: “${shortened(slice(text, content))}”`
  return `${words.join(', cue ')}${what} (${reason})`
}

const grounds = ({ features }: ExplainedChoice): string =>
  features
    .slice(0, GROUNDS)
    .map(({ name, weight }) => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)} ${name}`)
    .join(' · ') || 'nothing known of it'

const shortened = (words: string): string =>
  words.length <= 90 ? words : `${words.slice(0, 60)} … ${words.slice(-24)}`
