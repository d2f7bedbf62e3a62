import { clean } from '#platforms/terminal/draw.ts'
import { readAsDiscord } from '../fakes/discord/reader.ts'
import { readHtml, textsOf } from '../platforms/web/read-html.ts'

/** Reads a platform's own messages as its people do: escapes undone, markup gone. */
export interface Reader {
  /** The words of all quotes, in order, the pieces that limits cut them into put together again. */
  quoted(messages: readonly unknown[]): string
  /** How the platform shows what it cannot show as it is; anything else is shown as it is. */
  shown(text: string): string
}

/** Half a surrogate pair is no character, and no platform takes it. */
const wellFormed = (text: string): string => text.toWellFormed()

/** A text as it arrives, through UTF-8. */
const sent = (message: unknown): string => Buffer.from(String(message)).toString('utf8')

interface Part {
  readonly type?: unknown
  readonly text?: unknown
  readonly content?: unknown
  readonly elements?: readonly Part[]
  readonly components?: readonly Part[]
  readonly blocks?: readonly Part[]
  readonly body?: Part
}
/** What render made is plain data of the platform's own API, of which these parts are read. */
const parts = (messages: readonly unknown[]): readonly Part[] => messages as readonly Part[]

/**
 * Invisible signs that end a change of reading direction: where words leave one open, Discord's renderer closes
 * it, so that it cannot turn round the credit beneath.
 */
const withoutClosers = (text: string): string => text.replace(/[\u202C\u2069]/g, '')

const discord: Reader = {
  quoted: (messages) =>
    parts(messages)
      .flatMap(({ body }) => body?.components ?? [])
      .map(({ content }) => String(content ?? ''))
      .filter((content) => content.startsWith('> '))
      .map((content) => {
        const lines = content.split('\n')
        const spoken = lines.slice(0, lines.findLastIndex((line) => line.startsWith('> ')) + 1)
        return readAsDiscord(spoken.join('\n')).text
      })
      .map(withoutClosers)
      .join(''),
  shown: (text) => withoutClosers(wellFormed(text)),
}

const slack: Reader = {
  quoted: (messages) =>
    parts(messages)
      .flatMap(({ blocks }) => blocks ?? [])
      .flatMap(({ elements }) => elements ?? [])
      .filter(({ type }) => type === 'rich_text_quote')
      .flatMap(({ elements }) => elements ?? [])
      .map(({ text }) => String(text ?? ''))
      .join(''),
  shown: wellFormed,
}

const terminal: Reader = {
  quoted: (messages) =>
    sent(messages[0])
      .split('\n')
      .filter((line) => line.startsWith('  │ '))
      .map((line) => line.slice('  │ '.length))
      .join('\n'),
  // Signs that would steer the screen are drawn; what they are drawn as is said where it is done.
  shown: (text) => wellFormed(clean(text)),
}

const web: Reader = {
  quoted: (messages) => textsOf(readHtml(sent(messages[0])), 'p', 'dir').join(''),
  shown: (text) => wellFormed(text).replaceAll('\0', '\u{fffd}'),
}

export const readers: ReadonlyMap<string, Reader> = new Map(Object.entries({ discord, slack, terminal, web }))
