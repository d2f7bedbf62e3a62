import type { types } from '@slack/bolt'
import type { Action, FormBlock, RunAction } from '#core/reply.ts'
import { jsonLength, shorten } from './cut.ts'
import { type Kept, writeInvocation } from './invocation-value.ts'
import { LIMITS } from './limits.ts'
import { drawRichText, drawText, isLinkable, plain } from './rich-text.ts'

export interface DrawnActions {
  readonly blocks: readonly types.KnownBlock[]
  readonly kept: Kept
}

interface Drawn<T> {
  readonly element: T
  readonly kept: Kept
}

/** Room for elements in one actions block, so that a message's JSON stays small enough with something above it. */
const ROOM = 8000

/** Up to this many choices are buttons, which are one tap; more are a menu. */
const CHOICES_AS_BUTTONS = 5

/**
 * `run:<n>:<command>` names the button; the command is the one that the message answers, so that a click
 * can tell turning a page from asking something else. Empty where the message must not be replaced.
 */
const actionId = (kind: 'run' | 'open' | 'form' | 'pick', number: string, origin = ''): string =>
  `${kind}:${number}:${origin}`.slice(0, LIMITS.actionId.max)

export function drawActions(actions: readonly Action[], number: number, origin: string | undefined): DrawnActions {
  const drawn = actions.flatMap((action, i) => drawAction(action, `${number}.${i}`, origin) ?? [])
  const rows = chunk(drawn, LIMITS.elementsInActions.max, ({ element }) => jsonLength(JSON.stringify(element)))
  const labels = actions.map((action) => action.label)
  return {
    blocks: [
      ...inFull(labels, LIMITS.buttonLabel.max),
      ...actions.flatMap(drawAddress),
      ...rows.map((row): types.KnownBlock => ({ type: 'actions', elements: row.map(({ element }) => element) })),
    ],
    kept: join(drawn),
  }
}

function drawAction(action: Action, number: string, origin: string | undefined): Drawn<types.Button> | undefined {
  const text = plainText(action.label, LIMITS.buttonLabel.max)
  if (action.kind === 'run') {
    const { value, kept } = writeInvocation(action.invocation, LIMITS.buttonValue.max)
    return { element: { type: 'button', text, value, action_id: actionId('run', number, origin) }, kept }
  }
  if (!isLinkable(action.url)) return undefined
  return { element: { type: 'button', text, url: action.url, action_id: actionId('open', number) }, kept: {} }
}

/** What cannot be a button, since Slack opens only web addresses, as words. */
function drawAddress(action: Action): readonly types.KnownBlock[] {
  if (action.kind === 'run' || isLinkable(action.url)) return []
  const elements = drawText({ link: action.label, url: action.url }, (typed) => typed)
  return drawRichText([{ kind: 'section', elements }])
}

export function drawChoice(
  prompt: string,
  choices: readonly RunAction[],
  number: number,
  origin: string | undefined,
): DrawnActions {
  const asked = drawRichText([{ kind: 'section', elements: drawText(prompt, (typed) => typed) }])
  if (choices.length <= CHOICES_AS_BUTTONS) {
    const drawn = drawActions(choices, number, origin)
    return { blocks: [...asked, ...drawn.blocks], kept: drawn.kept }
  }
  const options = choices.map(drawOption)
  const menus = chunk(options, LIMITS.optionsInSelect.max, ({ element }) => jsonLength(JSON.stringify(element)))
  return {
    blocks: [
      ...asked,
      ...inFull(
        choices.map((choice) => choice.label),
        LIMITS.optionLabel.max + LIMITS.optionDescription.max,
      ),
      ...menus.map(
        (menu, i): types.KnownBlock => ({
          type: 'actions',
          elements: [
            {
              type: 'static_select',
              action_id: actionId('pick', `${number}.${i}`, origin),
              placeholder: plainText(i === 0 ? 'Choose one' : 'Choose one (more)', LIMITS.placeholder.max),
              options: menu.map(({ element }) => element),
            },
          ],
        }),
      ),
    ],
    kept: join(options),
  }
}

/** A label too long for its line goes on in the line below it. */
function drawOption(choice: RunAction): Drawn<types.PlainTextOption> {
  const { value, kept } = writeInvocation(choice.invocation, LIMITS.optionValue.max)
  const label = choice.label.toWellFormed()
  if (label.length <= LIMITS.optionLabel.max) {
    return { element: { text: plainText(label, LIMITS.optionLabel.max), value }, kept }
  }
  const space = label.lastIndexOf(' ', LIMITS.optionLabel.max - 1)
  const at = space > LIMITS.optionLabel.max / 2 ? space : LIMITS.optionLabel.max - 1
  const whole = /[\uD800-\uDBFF]$/.test(label.slice(0, at)) ? at - 1 : at
  const description = plainText(label.slice(whole).trim() || '…', LIMITS.optionDescription.max)
  return { element: { text: plainText(label.slice(0, whole), LIMITS.optionLabel.max), description, value }, kept }
}

export function drawForm(form: FormBlock, number: number): DrawnActions {
  const { value, kept } = writeInvocation(form.invocation, LIMITS.buttonValue.max)
  const button: types.Button = {
    type: 'button',
    style: 'primary',
    text: plainText(form.label, LIMITS.buttonLabel.max),
    value,
    action_id: actionId('form', `${number}.0`, form.invocation.command),
  }
  return { blocks: [...inFull([form.label], LIMITS.buttonLabel.max), { type: 'actions', elements: [button] }], kept }
}

export const plainText = (text: string, size: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: shorten(text.toWellFormed(), size) || '…',
  emoji: false,
})

/** Labels that had to be shortened, whole. */
const inFull = (labels: readonly string[], size: number): readonly types.KnownBlock[] =>
  drawRichText(
    labels
      .filter((label) => label.length > size)
      .map((label, i) => ({ kind: 'section', elements: [plain(i === 0 ? label : `\n${label}`)] })),
  )

const join = (drawn: readonly { kept: Kept }[]): Kept => Object.assign({}, ...drawn.map(({ kept }) => kept))

/** In order, in groups of at most `most` and of at most ROOM characters; one that is larger is alone. */
function chunk<T>(list: readonly T[], most: number, sizeOf: (item: T) => number): readonly (readonly T[])[] {
  const groups: T[][] = []
  let size = 0
  for (const item of list) {
    const last = groups.at(-1)
    size += sizeOf(item)
    if (!last || last.length >= most || size > ROOM) {
      groups.push([item])
      size = sizeOf(item)
    } else last.push(item)
  }
  return groups
}
