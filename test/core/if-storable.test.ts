import { expect, it } from 'vitest'
import { ifStorable } from '#core/if-storable.ts'
import { Outage, Problem } from '#core/problem.ts'
import { keep } from '#platforms/slack/invocation-value.ts'

const full = new Outage('The disk is full.', { hint: 'Free some space.', inChat: new Problem('It is full.') })
const memo = (error: Error) => ({ get: async () => undefined, set: () => Promise.reject(error) })

it('what an answer can do without keeps none back on a full disk; a bug does', async () => {
  await expect(ifStorable(Promise.reject(full))).resolves.toBeUndefined()
  await expect(ifStorable(Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError)
})

it('so a button whose command is too long for it may be lost, and its message not', async () => {
  await expect(keep({ '@1': 'quote Rahr' }, memo(full))).resolves.toBeUndefined()
  await expect(keep({ '@1': 'quote Rahr' }, memo(new TypeError('x')))).rejects.toThrow(TypeError)
})
