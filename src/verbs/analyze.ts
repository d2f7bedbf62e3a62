import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import type { Analysis, Quote } from '#core/analysis.ts'
import type { Analyze } from '#core/analyze.ts'
import { manner } from '#core/credit.ts'
import { Problem } from '#core/problem.ts'
import { passages } from '#core/statement.ts'
import { slice } from '#core/text/span.ts'
import { loadEngine } from '#engine.ts'
import { readArticle } from '#ingest/articles/read-article.ts'
import { type Program, verb } from '#verb.ts'

export default verb({
  summary: 'Shows who said what in files or standard input; --jsonl takes {id, text} a line',
  usage: 'analyze [FILE…|-] [--json | --jsonl]',
  async run(words, program) {
    const flags = words.filter((word) => word.startsWith('--'))
    const files = words.filter((word) => !word.startsWith('--'))
    const unknown = flags.find((flag) => flag !== '--json' && flag !== '--jsonl')
    if (unknown !== undefined)
      throw new Problem(`analyze has no ${unknown}.`, { hint: 'It takes files, --json or --jsonl.' })
    const { analyze } = loadEngine()
    if (flags.includes('--jsonl')) return analyzeLines(analyze, program)
    for (const file of files.length === 0 ? ['-'] : files) {
      const { text, title } = await readInput(file, program)
      const analysis = analyze({ title, text })
      await write(
        program,
        flags.includes('--json')
          ? `${JSON.stringify({ id: file, text, ...record(text, analysis) })}\n`
          : report(file, text, analysis),
      )
    }
    return 0
  },
})

async function readInput(file: string, { input }: Program): Promise<{ text: string; title: string }> {
  if (file === '-') return { text: (await buffer(input)).toString('utf8'), title: '' }
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new Problem(`${file} cannot be read (${cause.code ?? cause.message}).`, {
      hint: 'Check the path and try again.',
      cause,
    })
  })
  return readArticle(bytes, file, new Date())
}

const lineInput = z.object({ id: z.union([z.string(), z.number()]), text: z.string() })

/** One line in, one line out, in order; a line that cannot be read gives `{id, error}` and the rest goes on. */
async function analyzeLines(analyze: Analyze, program: Program): Promise<number> {
  let number = 0
  for await (const line of createInterface({ input: program.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    await write(program, `${JSON.stringify(answerLine(line, number, analyze))}\n`)
  }
  return 0
}

function answerLine(line: string, number: number, analyze: Analyze): object {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { id: null, error: `line ${number} is not JSON` }
  }
  const parsed = lineInput.safeParse(value)
  if (!parsed.success) return { id: idOf(value), error: `line ${number} should be {"id": …, "text": "…"}` }
  const { id, text } = parsed.data
  return { id, ...record(text, analyze({ title: '', text })) }
}

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : null

/** The analysis as data: one entry for each span of a quote, `utterance` tells which belong together. */
function record(text: string, analysis: Analysis): object {
  const { quotes, people, figures, checks, keyPoints } = analysis
  return {
    quotes: quotes.flatMap((quote, utterance) =>
      quote.spans.map(({ start, end }) => ({
        start,
        end,
        kind: quote.kind,
        speaker: speakerOf(quote, analysis),
        ...(quote.mention && {
          mention: [quote.mention.start, quote.mention.end],
          mentionText: slice(text, quote.mention),
        }),
        ...(quote.cue && { cue: [quote.cue.start, quote.cue.end] }),
        confidence: quote.confidence,
        reason: quote.reason,
        utterance,
      })),
    ),
    people: people.map(({ name, kind, descriptions }) => ({
      name,
      kind,
      descriptions: descriptions.map((span) => slice(text, span)),
    })),
    figures: figures.map((figure) => ({
      ...figure,
      text: slice(text, figure),
      ...(figure.of && { ofText: slice(text, figure.of) }),
    })),
    checks,
    keyPoints: keyPoints.map((point) => ({ ...point, text: slice(text, point) })),
  }
}

const speakerOf = (quote: Quote, { people }: Analysis): string | null =>
  quote.speaker === null ? null : people[quote.speaker]!.name

function report(file: string, text: string, analysis: Analysis): string {
  const lines = analysis.quotes.map((quote) => {
    const who = speakerOf(quote, analysis) ?? 'unclear who'
    const mention = quote.mention ? ` (“${slice(text, quote.mention)}”, ${quote.reason})` : ` (${quote.reason})`
    return `¶${quote.paragraph} ${who}${mention}, ${manner(quote)}:\n${passages(text, quote)
      .map((passage) => `  │ ${passage}`)
      .join('\n')}`
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
    ...part('KEY POINTS', points),
    ...part('QUOTES', lines),
    ...part('FIGURES', [...figures, ...checks]),
    '\n',
  ].join('')
}

async function write({ output }: Program, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain')
}
