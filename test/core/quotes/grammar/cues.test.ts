import { expect, test } from 'vitest'
import { mentionsOf } from '../mentions-of.ts'

test('a verb alone is nobody who speaks', () => {
  const text =
    'Spitting is considered beyond the pale by players, and pundit Bo Berg, now retired, told the BBC’s Match of the Day programme the incident had been “disgusting”.'
  expect(mentionsOf(text)).not.toContain('considered')
})
