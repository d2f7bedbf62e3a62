import type { ModalSubmitInteraction } from 'discord.js'
import type { Command, Option } from '#core/command.ts'
import type { Invocation } from '#core/reply.ts'
import { customIds, type Ids } from './custom-id.ts'
import { clip, LIMITS } from './limits.ts'

const LABEL = 18
const TEXT_INPUT = 4
const STRING_SELECT = 3
/** Above this an input is a paragraph rather than a line. */
const LINE_MOST = 200

export interface Modal {
  readonly data: object
  readonly keep: Ids['keep']
}

/** A form for options that were not given. What has no room is asked for after it is sent. */
export function modal(command: Command, invocation: Invocation, missing: readonly string[], turn: boolean): Modal {
  const ids = customIds()
  const fields = missing
    .flatMap((name) => {
      const option = command.options.get(name)
      return option ? [field(name, option, invocation.options[name])] : []
    })
    .slice(0, LIMITS.modalFields.most)
  return {
    data: {
      custom_id: ids.write(turn ? 'turn' : 'run', invocation),
      title: clip(`/${invocation.command}`, LIMITS.modalTitle.most),
      components: fields,
    },
    keep: ids.keep,
  }
}

function field(name: string, option: Option, given: unknown): object {
  return {
    type: LABEL,
    label: clip(name.charAt(0).toUpperCase() + name.slice(1), LIMITS.fieldLabel.most),
    description: clip(option.description, LIMITS.fieldDescription.most),
    component: choose(name, option) ?? {
      type: TEXT_INPUT,
      custom_id: name,
      style: (option.maxLength ?? 0) > LINE_MOST ? 2 : 1,
      required: option.required,
      max_length: Math.max(1, Math.min(option.maxLength ?? LIMITS.inputLength.most, LIMITS.inputLength.most)),
      ...(typeof given === 'string' && given !== '' && { value: given.slice(0, option.maxLength) }),
    },
  }
}

function choose(name: string, option: Option): object | undefined {
  const values = option.type === 'boolean' ? ['yes', 'no'] : option.choices
  if (!values || values.length > LIMITS.selectOptions.most) return undefined
  if (values.some((value) => value.length > LIMITS.selectValue.most)) return undefined
  const options = values.map((value) => ({ label: value, value }))
  return { type: STRING_SELECT, custom_id: name, required: option.required, options }
}

/** What was filled in, in the options' own types; what does not convert is left for the command to quote back. */
export function filledIn(interaction: ModalSubmitInteraction, command: Command): Record<string, unknown> {
  const filled: Record<string, unknown> = {}
  for (const [name, data] of interaction.fields.fields) {
    const value = 'values' in data ? data.values[0] : 'value' in data ? data.value : undefined
    const option = command.options.get(name)
    if (typeof value === 'string' && value.trim() !== '' && option) filled[name] = convert(value.trim(), option)
  }
  return filled
}

function convert(value: string, option: Option): unknown {
  switch (option.type) {
    case 'boolean':
      return value === 'yes' ? true : value === 'no' ? false : value
    case 'integer':
    case 'number':
      return Number.isNaN(Number(value)) ? value : Number(value)
    case 'string':
      return value
  }
}
