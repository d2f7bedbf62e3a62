import { expect, it } from 'vitest'
import { mayChange } from '#platforms/web/asking.ts'

it('lets no link of another page have something read, stored or changed', () => {
  for (const options of [{ link: 'https://a.example' }, { about: ' <HTTP://a.example/x>' }]) {
    expect(mayChange({ command: 'brief', options })).toBe(true)
  }
  expect(mayChange({ command: 'source add', options: {} })).toBe(true)
  expect(mayChange({ command: 'brief', options: { about: 'the http://a.example case' } })).toBe(false)
  expect(mayChange({ command: 'quote', options: { expert: 'Rahr' } })).toBe(false)
})
