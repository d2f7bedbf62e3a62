import type { types } from '@slack/bolt'
import type { Option } from '#core/command.ts'
import { plainText } from './draw-actions.ts'
import { LIMITS } from './limits.ts'

/** Block and action of an option's input; errors and values come back under it. */
export const inputId = (option: string): string => `option:${option}`
export const optionOf = (id: string): string => id.replace(/^option:/, '')

/** One option as the widget that fits it. */
export function drawInput(name: string, option: Option): types.InputBlock {
  return {
    type: 'input',
    block_id: inputId(name),
    optional: !option.required,
    label: plainText(name.charAt(0).toUpperCase() + name.slice(1), LIMITS.inputLabel.max),
    hint: plainText(option.description, LIMITS.inputLabel.max),
    element: drawWidget(name, option),
  }
}

function drawWidget(name: string, option: Option): types.InputBlockElement {
  const action_id = inputId(name)
  if (option.suggests) {
    return {
      type: 'external_select',
      action_id,
      min_query_length: 0,
      placeholder: plainText('Type to search', LIMITS.placeholder.max),
    }
  }
  switch (option.type) {
    case 'boolean':
      return { type: 'radio_buttons', action_id, options: [choice('Yes', 'true'), choice('No', 'false')] }
    case 'integer':
    case 'number':
      return {
        type: 'number_input',
        action_id,
        is_decimal_allowed: option.type === 'number',
        ...(option.minimum !== undefined && { min_value: String(option.minimum) }),
        ...(option.maximum !== undefined && { max_value: String(option.maximum) }),
      }
    case 'string': {
      const { choices } = option
      const fits = choices?.every((value) => value !== '' && value.length <= LIMITS.optionLabel.max)
      if (choices && fits && choices.length > 0 && choices.length <= LIMITS.optionsInSelect.max) {
        return { type: 'static_select', action_id, options: choices.map((value) => choice(value, value)) }
      }
      const most = Math.min(option.maxLength ?? LIMITS.inputLength.max, LIMITS.inputLength.max)
      return { type: 'plain_text_input', action_id, max_length: Math.max(most, 1) }
    }
  }
}

const choice = (label: string, value: string): types.PlainTextOption => ({
  text: plainText(label, LIMITS.optionLabel.max),
  value,
})
