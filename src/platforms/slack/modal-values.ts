import { z } from 'zod'
import type { Command, Option } from '#core/command.ts'
import type { Memo } from '#core/ports/memo.ts'
import { readValue } from './invocation-value.ts'
import { inputId, optionOf } from './modal-input.ts'
import type { ViewState } from './payloads.ts'

const input = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
})

/** What a form holds so far, by option; inputs left empty are left out. Numbers and booleans are converted. */
export async function readValues(
  state: ViewState,
  command: Command,
  memo: Memo,
): Promise<Readonly<Record<string, unknown>>> {
  const values: Record<string, unknown> = {}
  for (const [block, inputs] of Object.entries(state.values)) {
    const name = optionOf(block)
    const option = command.options.get(name)
    const parsed = input.safeParse(Object.values(inputs)[0])
    if (!option || !parsed.success) continue
    const text = parsed.data.selected_option?.value ?? parsed.data.value?.trim() ?? ''
    if (text !== '') values[name] = convert(await readValue(text, memo), option)
  }
  return values
}

function convert(text: string, option: Option): unknown {
  if (option.type === 'string') return text
  if (option.type === 'boolean') return text === 'true'
  return Number.isNaN(Number(text)) ? text : Number(text)
}

/** A sentence for each input that cannot be right, by block: Slack shows it under the field and keeps the form open. */
export function findErrors(values: Readonly<Record<string, unknown>>, shown: Iterable<string>, command: Command) {
  const errors: Record<string, string> = {}
  for (const name of shown) {
    const option = command.options.get(name)
    const error = option && errorOf(values[name], option)
    if (error) errors[inputId(name)] = error
  }
  return errors
}

function errorOf(value: unknown, option: Option): string | undefined {
  if (value === undefined) return option.required ? 'Please fill this in.' : undefined
  if (option.choices && !option.choices.includes(String(value))) return `Choose one of ${option.choices.join(', ')}.`
  switch (option.type) {
    case 'boolean':
      return undefined
    case 'string':
      return option.maxLength !== undefined && String(value).length > option.maxLength
        ? `Keep this to ${option.maxLength} characters.`
        : undefined
    case 'integer':
    case 'number':
      if (typeof value !== 'number' || (option.type === 'integer' && !Number.isInteger(value))) {
        return option.type === 'integer' ? 'This should be a whole number.' : 'This should be a number.'
      }
      if (option.minimum !== undefined && value < option.minimum) return `This should be at least ${option.minimum}.`
      if (option.maximum !== undefined && value > option.maximum) return `This should be at most ${option.maximum}.`
      return undefined
  }
}
