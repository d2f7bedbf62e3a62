import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One file of feedparser's tests, with what its leading comment expects of it. */
export interface Case {
  readonly file: string
  readonly bytes: Uint8Array
  readonly headers: ReadonlyMap<string, string>
  readonly bozo?: boolean
  readonly claims: readonly Claim[]
}

/** `path` equals `value`: `entries.0.title` and a text, or the numbers of a Python time tuple. */
export interface Claim {
  readonly path: string
  readonly value: string | readonly number[]
}

const COMMENT = /Expect:\s*([\s\S]*?)(?:-->|\n\s*\n|$)/
const HEADER = /^\s*Header:\s*([\w-]+):\s*(.*?)\s*$/gm
const CLAIM =
  /((?:feed|entries)(?:\[['"]?[\w-]+['"]?\]|\.[\w-]+)*)\s*==\s*(u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*"|\([\d,\s]+\))/g

/** Every file below `folder`; expectations that are more than "this field equals that" are left out. */
export function readCases(folder: string): readonly Case[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:xml|json)$/.test(file))
    .sort()
    .map((file) => {
      const bytes = readFileSync(join(folder, file))
      const text = sourceText(bytes)
      const expected = COMMENT.exec(text)?.[1] ?? ''
      return {
        file,
        bytes,
        headers: new Map(
          [...text.slice(0, 2_000).matchAll(HEADER)].map(([, name = '', value = '']) => [name.toLowerCase(), value]),
        ),
        ...(/\bbozo\b/.test(expected) ? { bozo: !/not bozo/.test(expected) } : {}),
        claims: [...expected.matchAll(CLAIM)].map(([, path = '', value = '']) => ({
          path: dotted(path),
          value: literal(value),
        })),
      }
    })
}

/** The comment is ASCII in every encoding but the wide ones, where each letter stands among zeros. */
const sourceText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8').replaceAll('\0', '')

const dotted = (path: string): string => path.replace(/\[['"]?([\w-]+)['"]?\]/g, '.$1')

function literal(python: string): string | readonly number[] {
  if (python.startsWith('(')) return python.match(/\d+/g)?.map(Number) ?? []
  return python
    .replace(/^u?['"]|['"]$/g, '')
    .replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/gi, (_, two, four, eight, one) => {
      const code = two ?? four ?? eight
      return code === undefined
        ? ({ n: '\n', t: '\t', r: '\r' }[one as string] ?? one)
        : String.fromCodePoint(Number.parseInt(code, 16))
    })
}
