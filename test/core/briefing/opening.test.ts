import { expect, it } from 'vitest'
import { briefing } from '#core/briefing/briefing.ts'
import type { Block } from '#core/reply.ts'
import { createContentTerms, pointBlock, pointsOf } from '#core/story/story-points.ts'
import { loadEngine } from '#engine.ts'
import { NOON } from '../../fakes/entries.ts'

const { analyze } = loadEngine()
const words = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => (block.kind === 'text' ? block.text : []))
    .map((inline) => (typeof inline === 'string' ? inline : 'italic' in inline ? inline.italic : ''))
    .join('')

const entryOf = (text: string) => {
  const article = { id: 'a', title: 'Mills', outlet: 'Gazette', language: 'en', published: NOON, sample: false, text }
  return { article, analysis: analyze(article), engine: 'test' }
}

it('a text that is one sentence of half a megabyte is shown by its beginning, cut at a space and marked as cut', () => {
  const entry = entryOf('The mills of the valley run again, '.repeat(14_000))
  const shown = words(briefing(entry))
  expect(shown).toMatch(/• The mills of the valley run again, [^…]* …\s+¶1/)
  expect(shown.length).toBeLessThan(1_500)
  expect(entry.article.text.startsWith(/• ([^…]*?) …/.exec(shown)?.[1] ?? 'nothing')).toBe(true)
})

it('so it is where it stands for its article in a story', () => {
  const entry = entryOf(`The mills of the valley run again, ${'and the weirs of the valley, '.repeat(14_000)}`)
  const [point] = pointsOf(
    { entry, copies: [], outlets: ['Gazette'], origin: 'Gazette' },
    createContentTerms(new Set()),
  )
  expect(point).toBeDefined()
  expect(point && words([pointBlock(point)]).length).toBeLessThan(1_500)
})

it('a sentence that can be read at a glance is shown whole', () => {
  const sentence = `The mills of the valley run again, ${'and again, '.repeat(20)}and nobody stops them.`
  expect(words(briefing(entryOf(sentence)))).toContain(`• ${sentence} ¶1`)
})
