import { describe, expect, it } from 'vitest'
import { nameKey, nameKeys } from '#core/experts/name-keys.ts'
import { article, commands, newsroom, read } from '../../fakes/newsroom.ts'

/** Whether a name as typed leads to one as printed. */
const leads = (typed: string, printed: string): boolean => {
  const printedKeys = new Set(nameKeys(printed))
  return nameKeys(typed).some((key) => printedKeys.has(key))
}

describe('the keys of a name', () => {
  it.each([
    ['Ткаченко', 'Tkachenko'],
    ['Станислав', 'Stanislav'],
    ['Зеленський', 'Zelensky'],
    ['Зеленский', 'Zelenskyy'],
    ['Щербаков', 'Shcherbakov'],
    ['Жуков', 'Zhukov'],
    ['ЮРИЙ', 'Yuri'],
    ['Хрущев', 'Khrushchev'],
    ['Їжакевич', 'Yizhakevich'],
    ['Ефимов', 'Efimov'],
    ['Παπαδόπουλος', 'Papadopoulos'],
    ['Μητσοτάκης', 'Mitsotakis'],
  ])('lead from %s to %s', (typed, printed) => expect(leads(typed, printed)).toBe(true))

  it('keep other names apart', () => {
    expect(leads('Ткаченко', 'Kravchenko')).toBe(false)
    expect(leads('Жуков', 'Shukov')).toBe(false)
  })

  it('make no one expert of two spellings: a full name stays the name as printed', () => {
    expect(nameKey('Ткаченко')).not.toBe(nameKey('Tkachenko'))
  })
})

it('finds and suggests somebody by the name in Cyrillic', async () => {
  const room = await newsroom([article('“We will go,” said Oleh Tkachenko, a mayor.')])
  expect(read(await room.ask('quote Ткаченко'))).toContain('Oleh Tkachenko, a mayor')
  expect(await commands.get('quote')!.suggest('expert', 'Ткач', room.context, {})).toHaveLength(1)
})
