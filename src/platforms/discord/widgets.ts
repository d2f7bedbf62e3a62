import type { Action, Block, RunAction } from '#core/reply.ts'
import type { Button, Row, Select } from './components.ts'
import type { Ids, Press } from './custom-id.ts'
import { clip, LIMITS } from './limits.ts'
import { linkTarget } from './text.ts'

/** Rows of widgets, and above them in words whatever had no room in them. */
export interface Widgets {
  readonly words: readonly string[]
  readonly rows: readonly Row[]
}

/** Whether a button of this invocation's command answers in place: it does on a message of the same command. */
export type PressOf = (command: string) => Extract<Press, 'run' | 'turn'>

export function drawActions(actions: readonly Action[], ids: Ids, pressOf: PressOf): Widgets {
  const words: string[] = []
  const buttons: Button[] = []
  for (const action of actions) {
    const label = shown(action.label)
    if (action.kind === 'open') {
      const url = linkTarget(action.url)
      if (url === undefined || url.length > LIMITS.buttonUrl.most) {
        words.push(`${action.label}: ${action.url}`)
        continue
      }
      buttons.push({ type: 2, style: 5, label: clip(label, LIMITS.buttonLabel.most), url })
    } else {
      const id = ids.write(pressOf(action.invocation.command), action.invocation)
      buttons.push({ type: 2, style: 2, label: clip(label, LIMITS.buttonLabel.most), custom_id: id })
    }
    if (label.length > LIMITS.buttonLabel.most) words.push(action.label)
  }
  return { words, rows: inRows(buttons) }
}

export function drawChoice(prompt: string, choices: readonly RunAction[], ids: Ids, pressOf: PressOf): Widgets {
  const words = [prompt]
  const options = choices.map(({ label, invocation }) => {
    if (shown(label).length > LIMITS.selectLabel.most) words.push(label)
    return {
      label: clip(shown(label), LIMITS.selectLabel.most),
      value: ids.write(pressOf(invocation.command), invocation),
    }
  })
  const selects = groups(options, LIMITS.selectOptions.most).map(
    (some): Select => ({ type: 3, custom_id: ids.menu(), options: some }),
  )
  return { words, rows: selects.map((select) => ({ type: 1, components: [select] })) }
}

/** Where a modal cannot be shown at once (a mention, a digest), a button opens it. */
export function drawForm(form: Extract<Block, { kind: 'form' }>, ids: Ids, pressOf: PressOf): Widgets {
  const press = pressOf(form.invocation.command) === 'turn' ? 'askTurn' : 'ask'
  const label = clip(shown(form.label), LIMITS.buttonLabel.most)
  const words = form.label.length > LIMITS.buttonLabel.most ? [form.label] : []
  return {
    words,
    rows: inRows([{ type: 2, style: 1, label, custom_id: ids.write(press, form.invocation, form.missing) }]),
  }
}

/** Discord refuses a label it sees as blank. */
const shown = (label: string): string => (label.trim() === '' ? '…' : label.toWellFormed())

const inRows = (buttons: readonly Button[]): readonly Row[] =>
  groups(buttons, LIMITS.rowButtons.most).map((components) => ({ type: 1, components }))

function groups<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
}
