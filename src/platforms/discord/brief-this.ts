import type { Message } from 'discord.js'
import type { Commands } from '#core/command.ts'
import { Problem } from '#core/problem.ts'
import type { Invocation } from '#core/reply.ts'

const TEXT_MOST = 80

/** "Brief this" in a message's menu: its first link, or else its text, or how that begins where the command takes no whole text. */
export function briefOf(message: Message, commands: Commands): Invocation {
  const options = commands.get('brief')?.options
  const texts = [
    message.content,
    ...message.messageSnapshots.map(({ content }) => content),
    ...message.embeds.flatMap(({ url, title }) => [url ?? '', title ?? '']),
    ...displays(message),
  ]
  const link = texts.map(firstLink).find((found) => found !== undefined)
  if (link !== undefined) return { command: 'brief', options: { [options?.has('link') ? 'link' : 'about']: link } }
  const words = texts.find((text) => text.trim() !== '')?.trim()
  if (words === undefined)
    throw new Problem('That message has neither a link nor text to brief.', {
      hint: 'Choose one with the link of an article, or with its text.',
    })
  const whole = options?.get('text')
  if (whole) return { command: 'brief', options: { text: cut(words, whole.maxLength ?? words.length) } }
  const most = Math.min(TEXT_MOST, options?.get('about')?.maxLength ?? TEXT_MOST)
  return { command: 'brief', options: { about: cut(words.replace(/\s+/g, ' '), most) } }
}

const cut = (words: string, most: number): string => Array.from(words).slice(0, most).join('')

/** Without what closes a sentence, a bracket or a masked link around it. */
function firstLink(text: string): string | undefined {
  const found = /https?:\/\/[^\s<>"]+/.exec(text)?.[0].replace(/[).,;:!?'’”\]*_~|]+$/, '')
  return found !== undefined && URL.canParse(found) ? found : undefined
}

/** Text that a message carries in components, as this bot's own do. */
const displays = (message: Message): readonly string[] =>
  message.components.flatMap((component) => ('content' in component ? [component.content] : []))
