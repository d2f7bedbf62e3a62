import { mkdir, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Analysis, Quote } from '#core/analysis.ts'
import { Problem } from '#core/problem.ts'
import { systemCode } from '#core/system-code.ts'
import { fold } from '#core/text/fold.ts'
import { slice } from '#core/text/span.ts'
import { loadEngine } from '#engine.ts'
import { readInput } from '#report/read-input.ts'
import { nameOf } from '#report/record.ts'
import { verb } from '#verb.ts'

/** Longer names of folders help nobody to find one. */
const NAME_WORDS = 7

export default verb({
  summary: 'Makes a test case of an article that was read wrongly: a folder for you to correct',
  usage: 'case FILE|- [FOLDER]',
  async run([file, into, ...rest], { input, output }) {
    if (file === undefined || rest.length > 0) {
      throw new Problem('Name the one article that was read wrongly.', {
        hint: 'For example: npm run -s onrecord -- case wrong.txt, or - to read it from standard input.',
      })
    }
    const { text, title } = await readInput(file, input)
    const { analyze } = loadEngine()
    const parent = into ?? fileURLToPath(new URL('../../test/corpus', import.meta.url))
    const name = caseName(title) || caseName(file === '-' ? text : basename(file, extname(file))) || 'case'
    const folder = join(parent, name)
    await makeNew(parent, folder)
    await writeFile(join(folder, 'input.txt'), text, { flag: 'wx' })
    const expected = JSON.stringify(expectation(text, analyze({ title: '', text })), null, 2)
    await writeFile(join(folder, 'expected.json'), `${expected}\n`, { flag: 'wx' })
    output.write(
      [
        `${folder} is there.`,
        '1. In expected.json, “why” says in a sentence what the case is about: write it.',
        '2. The rest is what the engine says now: correct it to what is true.',
        '3. Cut input.txt to the few sentences that show it, and give the people other names if the text is not yours.',
        '4. npx vitest run test/core/corpus.test.ts shows what the engine still gets wrong.',
        '',
      ].join('\n'),
    )
    return 0
  },
})

const caseName = (title: string): string =>
  fold(title)
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, NAME_WORDS)
    .join('-')
    .slice(0, 80)

async function makeNew(parent: string, folder: string): Promise<void> {
  try {
    await mkdir(parent, { recursive: true })
    await mkdir(folder)
  } catch (cause) {
    const code = systemCode(cause)
    throw code === 'EEXIST'
      ? new Problem(`There is a case ${folder} already, and it was left as it is.`, {
          hint: 'Give the article another title, or name another folder behind the file.',
          cause,
        })
      : new Problem(`${folder} cannot be made (${String(code)}).`, {
          hint: 'Name a folder that you may write to.',
          cause,
        })
  }
}

/** In the form that test/core/corpus.test.ts reads; “why” is too short there to pass until somebody writes it. */
function expectation(text: string, analysis: Analysis): object {
  const marked = analysis.quotes.filter(({ kind }) => kind === 'direct' || kind === 'mixed')
  const nested = analysis.quotes.filter(({ kind }) => kind === 'nested')
  const reported = analysis.quotes.filter(({ kind }) => kind === 'indirect')
  const words = (quote: Quote) => quote.spans.map((span) => slice(text, span))
  const whose = (quote: Quote) => ({
    speaker: nameOf(quote, analysis),
    ...(quote.mention && { mention: slice(text, quote.mention) }),
    ...(quote.with && { with: quote.with.map((at) => analysis.people[at]!.name) }),
  })
  return {
    why: '',
    quotes: marked.map((quote) => ({ kind: quote.kind, spans: words(quote), ...whose(quote) })),
    ...(nested.length > 0 && {
      nested: nested.map((quote) => ({
        spans: words(quote),
        inside: slice(text, analysis.quotes[quote.inside!]!.spans[0]!),
        ...whose(quote),
        ...(quote.candidates && {
          candidates: quote.candidates.map(({ speaker }) => analysis.people[speaker]!.name),
        }),
      })),
    }),
    reported: reported.map((quote) => {
      const { mention: _, ...who } = whose(quote)
      return { text: words(quote).join(' … '), ...who }
    }),
  }
}
