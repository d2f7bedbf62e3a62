import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readLines } from '#report/read-lines.ts'

const linesOf = async (chunks: readonly Uint8Array[]) => {
  const lines: unknown[] = []
  for await (const line of readLines(Readable.from(chunks))) lines.push(line)
  return lines
}

it('gives the same lines wherever the input is cut into chunks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\uFEFF')),
      fc.nat(40),
      async (text, size) => {
        const bytes = Buffer.from(text)
        const chunks = Array.from({ length: Math.ceil(bytes.length / (size + 1)) }, (_, index) =>
          bytes.subarray(index * (size + 1), (index + 1) * (size + 1)),
        )
        const wanted = text.replace(/\n$/, '').split('\n')
        expect(await linesOf(chunks)).toEqual(
          text === '' ? [] : wanted.map((line, index) => ({ number: index + 1, text: line })),
        )
      },
    ),
  )
})

it('names a line whose bytes are no text, and goes on', async () => {
  expect(await linesOf([Buffer.from('a\n'), Buffer.from([0xff, 0x0a]), Buffer.from('c')])).toEqual([
    { number: 1, text: 'a' },
    { number: 2, fault: 'line 2 is not UTF-8' },
    { number: 3, text: 'c' },
  ])
})
