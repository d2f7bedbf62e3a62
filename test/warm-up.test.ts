import { expect, it } from 'vitest'
import type { Invocation } from '#core/reply.ts'
import { reply } from '#core/reply.ts'
import { memoryStore } from '#store/memory.ts'
import { warmUp } from '#warm-up.ts'
import { entry } from './fakes/entries.ts'
import { commands } from './fakes/newsroom.ts'

async function asking(count: number, stop = new AbortController()) {
  const { library } = memoryStore()
  await library.add(
    ['Mira Novak', 'Alexander Rahr', 'Ana Lund', 'Bo Berg', 'Carl Dahl']
      .slice(0, count)
      .map((by, at) => entry(`a${at}`, [{ by, words: 'The embankment holds' }])),
  )
  const asked: Invocation[] = []
  const answer = async (invocation: Invocation) => {
    asked.push(invocation)
    if (asked.length === 3) stop.abort()
    return reply()
  }
  return { asked, warm: (signal: AbortSignal) => warmUp({ answer }, library, signal) }
}

const never = new AbortController().signal

it('asks what people ask of people that there are, and changes nothing', async () => {
  const { asked, warm } = await asking(5)
  await warm(never)
  expect(new Set(asked.map(({ command }) => command))).toEqual(new Set(['search', 'quote', 'compare', 'experts']))
  expect(asked.some(({ command }) => commands.get(command)!.changes ?? false)).toBe(false)
  expect(asked).toContainEqual({ command: 'quote', options: { expert: 'Ana Lund', about: 'embank' } })
  for (const { command, options } of asked) {
    const known = commands.get(command)!.options
    expect(Object.keys(options).every((name) => known.has(name))).toBe(true)
  }
})

it('asks nothing where nobody is quoted', async () => {
  const { asked, warm } = await asking(0)
  await warm(never)
  expect(asked).toEqual([])
})

it('stops when the bot leaves', async () => {
  const stop = new AbortController()
  const { asked, warm } = await asking(5, stop)
  await warm(stop.signal)
  expect(asked).toHaveLength(3)
})
