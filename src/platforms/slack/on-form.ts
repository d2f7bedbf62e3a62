import type { types } from '@slack/bolt'
import { missingOptions } from '#core/command.ts'
import { shorten } from './cut.ts'
import { answerTo, type Desk, originOf } from './desk.ts'
import { plainText } from './draw-actions.ts'
import { keep, writeValue } from './invocation-value.ts'
import { LIMITS } from './limits.ts'
import { readAsked } from './modal.ts'
import { optionOf } from './modal-input.ts'
import { findErrors, readValues } from './modal-values.ts'
import { submitPayload, suggestPayload } from './payloads.ts'

/** A form sent. Gives back what Slack must show at its fields; undefined when all is well and the answer is on its way. */
export async function onSubmit(desk: Desk, body: unknown): Promise<Record<string, string> | undefined> {
  const { user, view } = submitPayload.parse(body)
  const asked = await readAsked(view.private_metadata, desk.app.memo)
  const command = asked && desk.app.commands.get(asked.invocation.command)
  if (!asked || !command) {
    const [field] = Object.keys(view.state.values)
    return field ? { [field]: 'This form is too old. Close it and ask again.' } : undefined
  }
  const values = await readValues(view.state, command, desk.app.memo)
  const invocation = { command: asked.invocation.command, options: { ...asked.invocation.options, ...values } }
  const shown = new Set([
    ...Object.keys(view.state.values).map(optionOf),
    ...missingOptions(command, invocation.options),
  ])
  const errors = findErrors(values, shown, command)
  if (Object.keys(errors).length > 0) return errors
  const { channel, thread, responseUrl } = asked
  answerTo(desk, invocation, {
    origin: originOf(desk, { user: user.id, name: user.name ?? user.username, channel, thread }),
    spell: thread === undefined ? desk.spelling.inChannel : desk.spelling.inThread,
    ...(responseUrl !== undefined && { responseUrl }),
    ...(thread !== undefined && { thread }),
  })
  return undefined
}

/** Slack waits three seconds for suggestions; an empty menu in time is better than none. */
const SUGGEST_WITHIN = 2000

/** What a form's menu offers while somebody types, and always what they typed: a menu must not forbid a name. */
export async function onSuggest(desk: Desk, body: unknown): Promise<types.PlainTextOption[]> {
  const { user, action_id, value: typed, view } = suggestPayload.parse(body)
  const asked = await readAsked(view?.private_metadata ?? '', desk.app.memo)
  const command = asked && desk.app.commands.get(asked.invocation.command)
  if (!asked || !command) return []
  const chosen = view ? await readValues(view.state, command, desk.app.memo) : {}
  const invocation = { ...asked.invocation, options: { ...asked.invocation.options, ...chosen } }
  const origin = originOf(desk, { user: user.id, name: user.name ?? user.username, ...asked })
  const late = new Promise<readonly []>((resolve) => setTimeout(() => resolve([]), SUGGEST_WITHIN).unref())
  const suggested = await Promise.race([desk.app.suggest(invocation, optionOf(action_id), typed, origin), late])
  const own = typed.trim()
  const known = suggested.some(({ value }) => value.toLowerCase() === own.toLowerCase())
  const all = [
    ...suggested.slice(0, LIMITS.optionsInSelect.max - 1),
    ...(own === '' || known ? [] : [{ label: `“${shorten(own, 60)}” as typed`, value: own }]),
  ].filter(({ value }) => value !== '')
  return Promise.all(
    all.map(async ({ label, value }) => {
      const written = writeValue(value, LIMITS.optionValue.max)
      await keep(written.kept, desk.app.memo)
      return { text: plainText(label, LIMITS.optionLabel.max), value: written.value }
    }),
  )
}
