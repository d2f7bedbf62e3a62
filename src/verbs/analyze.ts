import { once } from 'node:events'
import { z } from 'zod'
import type { Analyze } from '#core/analyze.ts'
import { Problem } from '#core/problem.ts'
import { loadEngine } from '#engine.ts'
import { explained } from '#report/explained.ts'
import { readInput } from '#report/read-input.ts'
import { readLines } from '#report/read-lines.ts'
import { record } from '#report/record.ts'
import { report } from '#report/report.ts'
import { type Program, verb } from '#verb.ts'

const FLAGS = ['--json', '--jsonl', '--explain']

export default verb({
  summary:
    'Shows who said what in files or standard input; --explain shows why; --jsonl takes {id, text} a line, and ends with 1 where no line could be read',
  usage: 'analyze [FILE…|-] [--explain | --json | --jsonl]',
  async run(words, program) {
    const [flag, ...others] = words.filter((word) => word.startsWith('--'))
    const files = words.filter((word) => !word.startsWith('--'))
    const unknown = [flag, ...others].find((word) => word !== undefined && !FLAGS.includes(word))
    if (unknown !== undefined)
      throw new Problem(`analyze has no ${unknown}.`, { hint: `It takes files, and one of ${FLAGS.join(', ')}.` })
    if (others.length > 0) throw new Problem(`${flag} and ${others[0]} do not go together.`, { hint: 'Choose one.' })
    const { analyze, explain } = loadEngine()
    if (flag === '--jsonl') return analyzeLines(analyze, program)
    for (const file of files.length === 0 ? ['-'] : files) {
      const { text, title } = await readInput(file, program.input)
      const analysis = analyze({ title, text })
      await write(
        program,
        flag === '--json'
          ? `${JSON.stringify({ id: file, text, ...record(text, analysis) })}\n`
          : flag === '--explain'
            ? explained(file, text, analysis, explain({ text }))
            : report(file, text, analysis),
      )
    }
    return 0
  },
})

const lineInput = z.object({ id: z.union([z.string(), z.number()]), text: z.string() })

/**
 * One line in, one line out, in order; a line that cannot be read gives `{id, error}` and the rest goes on. One bad line
 * of many is no failure of the run; where none could be read, what came in was something else.
 */
async function analyzeLines(analyze: Analyze, program: Program): Promise<number> {
  let [read, bad] = [0, 0]
  for await (const line of readLines(program.input)) {
    if ('text' in line && line.text.trim() === '') continue
    const answer = 'text' in line ? answerLine(line.text, line.number, analyze) : { id: null, error: line.fault }
    if ('error' in answer) bad += 1
    else read += 1
    await write(program, `${JSON.stringify(answer)}\n`)
  }
  return bad > 0 && read === 0 ? 1 : 0
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

async function write({ output }: Program, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain')
}
