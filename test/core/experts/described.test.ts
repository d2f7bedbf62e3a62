import { describe, expect, it } from 'vitest'
import { fullestOf } from '#core/experts/described.ts'
import { article, newsroom, read } from '../../fakes/newsroom.ts'

describe('what somebody is', () => {
  it.each([
    [
      ['an economist', 'a transport economist at the Quillon Institute'],
      'a transport economist at the Quillon Institute',
    ],
    [['Mayor', 'the mayor of Harlow', 'Mayor'], 'the mayor of Harlow'],
    [['a mayor', 'a harbour engineer who drew the wall'], 'a mayor'],
    [['The health economist'], 'the health economist'],
    [['A doctor', 'theatre doctor'], 'theatre doctor'],
    [['Therapist'], 'Therapist'],
    [[], undefined],
  ])('is of %j, newest first, %s', (descriptions, said) => expect(fullestOf(descriptions)).toBe(said))

  it('is in full where people are listed, and as its article says beside a quote', async () => {
    const room = await newsroom([
      article('“Rain,” said Ada Lindqvist, a hydrologist at Harlow College.', { published: new Date('2026-01-01') }),
      article('“Snow,” said Ada Lindqvist, a hydrologist.', { published: new Date('2026-02-01') }),
    ])
    expect(read(await room.ask('experts'))).toContain('Ada Lindqvist · a hydrologist at Harlow College · 2 direct')
    expect(read(await room.ask('quote Lindqvist'))).toContain('│ Snow,\n    — Ada Lindqvist, a hydrologist · said')
  })
})
