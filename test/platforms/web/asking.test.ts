import { expect, it } from 'vitest'
import { mayChange } from '#platforms/web/asking.ts'
import { commands } from '../../fakes/newsroom.ts'

it('lets no link of another page have something read, stored or changed', () => {
  for (const options of [{ link: 'https://a.example' }, { about: ' <HTTP://a.example/x>' }]) {
    expect(mayChange({ command: 'brief', options })).toBe(true)
  }
  expect(mayChange({ command: 'source add', options: {} })).toBe(true)
  expect(mayChange({ command: 'brief', options: { about: 'the http://a.example case' } })).toBe(false)
  expect(mayChange({ command: 'quote', options: { expert: 'Rahr' } })).toBe(false)
})

it('knows of each command whether it changes something, and asks before a link does', () => {
  const changing = [...commands].flatMap(([name, { group }]) =>
    !group && mayChange({ command: name, options: {} }, commands) ? [name] : [],
  )
  expect(changing.sort()).toEqual([
    'digest add',
    'digest edit',
    'digest now',
    'digest pause',
    'digest remove',
    'digest resume',
    'follow',
    'source add',
    'source pause',
    'source remove',
    'source resume',
    'source test',
    'unfollow',
  ])
})
