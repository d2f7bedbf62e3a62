import type { Command, Commands, Option } from '#core/command.ts'
import type { FormBlock, Invocation } from '#core/reply.ts'
import { givenOptions, mayChange, OPTION_PREFIX } from './asking.ts'
import { html, type Markup } from './escape.ts'

/** A button is a small form: it works without the script, and a GET one leaves an address to share. */
export const runButton = (label: string, invocation: Invocation, commands?: Commands): Markup =>
  html`<form class="run" method="${methodOf(invocation, commands)}" action="/">${hiddenOptions(invocation)}<button>${label}</button></form>`

/** The form that a command's own schema draws. */
export function commandForm(name: string, command: Command, commands: Commands): Markup {
  const invocation: Invocation = { command: name, options: {} }
  const open = [...command.options].filter(([, option]) => !option.hidden)
  return html`<form class="fill" method="${methodOf(invocation, commands)}" action="/">${hiddenOptions(invocation)}${open.map(
    ([option, schema]) => drawField(option, schema),
  )}<button class="main">Run ${name}</button></form>`
}

/** The form for what an invocation still lacks. What it has is kept; without a schema every field is a line. */
export function askForm(block: FormBlock, commands: Commands | undefined): Markup {
  const command = commands?.get(block.invocation.command)
  return html`<form class="fill" method="${methodOf(block.invocation, commands)}" action="/" aria-label="${block.label}"><p>${block.label}</p>${hiddenOptions(
    block.invocation,
  )}${block.missing.map((name) => drawField(name, command?.options.get(name) ?? PLAIN))}<button class="main">Go on</button></form>`
}

const PLAIN: Option = { type: 'string', description: '', required: true, suggests: false, hidden: false }

const methodOf = (invocation: Invocation, commands: Commands | undefined): 'get' | 'post' =>
  mayChange(invocation, commands) ? 'post' : 'get'

const hiddenOptions = (invocation: Invocation): Markup =>
  html`<input type="hidden" name="run" value="${invocation.command}">${givenOptions(invocation).map(
    ([name, value]) => html`<input type="hidden" name="${OPTION_PREFIX + name}" value="${value}">`,
  )}`

function drawField(name: string, option: Option): Markup {
  const title = html`<span class="name">${name}${option.required ? '' : html` <i>optional</i>`}</span>`
  const hint = option.description === '' ? html`` : html`<small>${option.description}</small>`
  if (option.type === 'boolean') {
    return html`<label class="field tick">${drawWidget(name, option)}${title}${hint}</label>`
  }
  return html`<label class="field">${title}${drawWidget(name, option)}${hint}</label>`
}

function drawWidget(name: string, option: Option): Markup {
  const common = html`name="${OPTION_PREFIX + name}"${option.required ? html` required` : html``}`
  if (option.choices) {
    const none = option.required ? html`` : html`<option value="">–</option>`
    return html`<select ${common}>${none}${option.choices.map((choice) => html`<option>${choice}</option>`)}</select>`
  }
  switch (option.type) {
    case 'boolean':
      // Never `required`, which would demand a tick: an empty box says nothing, and the schema decides.
      return html`<input type="checkbox" name="${OPTION_PREFIX + name}" value="true">`
    case 'integer':
    case 'number':
      return html`<input type="number" ${common} step="${option.type === 'integer' ? '1' : 'any'}"${bound('min', option.minimum)}${bound('max', option.maximum)}>`
    case 'string':
      return html`<input type="text" ${common}${bound('maxlength', option.maxLength)} autocomplete="off"${
        option.suggests ? html` data-suggest="${name}"` : html``
      }>`
  }
}

const bound = (attribute: 'min' | 'max' | 'maxlength', limit: number | undefined): Markup => {
  if (limit === undefined) return html``
  switch (attribute) {
    case 'min':
      return html` min="${limit}"`
    case 'max':
      return html` max="${limit}"`
    case 'maxlength':
      return html` maxlength="${limit}"`
  }
}
