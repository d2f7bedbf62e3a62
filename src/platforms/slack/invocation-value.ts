import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ifStorable } from '#core/if-storable.ts'
import type { Memo } from '#core/ports/memo.ts'
import type { Invocation } from '#core/reply.ts'

/** Long values by the short key that stands for each; stored before the message that has the keys is sent. */
export type Kept = Readonly<Record<string, string>>

export interface Written {
  readonly value: string
  readonly kept: Kept
}

const stored = z.tuple([z.string(), z.record(z.string(), z.unknown())])
const MEMO = 'slack.value.'

/** The value itself, or a key where it is longer than `size`. Same in, same out. */
export function writeValue(value: string, size: number): Written {
  if (value.length <= size) return { value, kept: {} }
  const key = `@${createHash('sha256').update(value).digest('base64url').slice(0, 22)}`
  return { value: key, kept: { [key]: value } }
}

export const readValue = async (value: string, memo: Memo): Promise<string> =>
  value.startsWith('@') ? ((await memo.get(MEMO + value)) ?? value) : value

export const writeInvocation = (invocation: Invocation, size: number): Written =>
  writeValue(JSON.stringify([invocation.command, invocation.options]), size)

/** Undefined for a value that is not ours, or whose long form is no longer there. */
export async function readInvocation(value: string, memo: Memo): Promise<Invocation | undefined> {
  try {
    const [command, options] = stored.parse(JSON.parse(await readValue(value, memo)))
    return { command, options }
  } catch {
    return undefined
  }
}

/** What cannot be stored keeps no answer back: its button then says that it is too old. */
export async function keep(kept: Kept, memo: Memo): Promise<void> {
  for (const [key, value] of Object.entries(kept)) await ifStorable(memo.set(MEMO + key, value))
}
