/**
 * What a command answers: plain data, so that any platform can draw it, the ledger can store it and
 * a test can compare it.
 */
export interface Reply {
  readonly blocks: readonly Block[]
  /** Who sees it, on platforms that can hide a message from the rest of the channel. */
  readonly audience: Audience
}

export type Audience = 'everyone' | 'asker'

/** A new kind is a compile error in every renderer until it is drawn. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: Text }
  | QuoteBlock
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | { readonly kind: 'image'; readonly url: string; readonly alt: string }
  | { readonly kind: 'divider' }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] }
  | { readonly kind: 'choice'; readonly prompt: string; readonly choices: readonly RunAction[] }
  | FormBlock

/**
 * Somebody's exact words. `passages` are slices of a stored text, one for each span of the utterance
 * (more than one where its cue interrupts it or where it runs over paragraphs); a renderer draws each
 * whole, on lines of its own, and adds nothing inside them.
 */
export interface QuoteBlock {
  readonly kind: 'quote'
  readonly passages: readonly string[]
  readonly credit: Text
  /** To be read with the quote before it: a place that has the room draws the two side by side. */
  readonly beside?: true
}

/** Options still missing from an invocation, to be asked for with the platform's own widget. */
export interface FormBlock {
  readonly kind: 'form'
  readonly label: string
  readonly invocation: Invocation
  /** Names of the options to ask for, in order. */
  readonly missing: readonly string[]
}

export interface Field {
  readonly name: string
  readonly value: Text
}

/** A plain string is literal: renderers escape it, so a headline can never ping, link or format. */
export type Text = Inline | readonly Inline[]
export type Inline =
  | string
  | { readonly bold: string }
  | { readonly italic: string }
  | { readonly link: string; readonly url: string }
  /** A command as typed, `quote expert:Rahr`: the renderer writes it as it works in that place. */
  | { readonly typed: string }
  /** An instant, drawn in the reader's own time zone where the platform can. `zone` where it cannot. */
  | { readonly time: string; readonly zone: string }

/** A button is a command waiting to be run: there is no second kind of handler to register. */
export type Action = RunAction | OpenAction

export interface RunAction {
  readonly kind: 'run'
  readonly label: string
  readonly invocation: Invocation
}

export interface OpenAction {
  readonly kind: 'open'
  readonly label: string
  readonly url: string
}

/** A command and its options. A subcommand's name follows its group's after a space: `digest add`. */
export interface Invocation {
  readonly command: string
  readonly options: Readonly<Record<string, unknown>>
}

export const reply = (...blocks: readonly Block[]): Reply => ({ blocks, audience: 'everyone' })
export const whisper = (...blocks: readonly Block[]): Reply => ({ blocks, audience: 'asker' })

export const heading = (text: string): Block => ({ kind: 'heading', text })
export const text = (...inlines: readonly Inline[]): Block => ({ kind: 'text', text: inlines })
export const quote = (passages: readonly string[], ...credit: readonly Inline[]): Block => ({
  kind: 'quote',
  passages,
  credit,
})
export const fields = (...list: readonly Field[]): Block => ({ kind: 'fields', fields: list })
export const divider = (): Block => ({ kind: 'divider' })
export const actions = (...list: readonly Action[]): Block => ({ kind: 'actions', actions: list })
export const choice = (prompt: string, choices: readonly RunAction[]): Block => ({ kind: 'choice', prompt, choices })

export const run = (label: string, command: string, options: Invocation['options'] = {}): RunAction => ({
  kind: 'run',
  label,
  invocation: { command, options },
})
export const open = (label: string, url: string): OpenAction => ({ kind: 'open', label, url })

export const inlines = (value: Text): readonly Inline[] => (Array.isArray(value) ? value : [value as Inline])
