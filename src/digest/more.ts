import { type Block, text } from '#core/reply.ts'
import { count } from '#core/text/in-words.ts'
import type { News } from './section.ts'

/** How many more there are than a digest shows, with the command that shows them. */
export function more(
  rest: number,
  [one, several]: readonly [one: string, several: string],
  command: string,
  { about }: News,
): readonly Block[] {
  if (rest <= 0) return []
  const typed = about === undefined ? command : `${command} about:${quoted(about)}`
  return [text({ italic: `And ${count(rest, `more ${one}`, `more ${several}`)}: ` }, { typed })]
}

/** A typed line takes several words as one where they are between marks; marks inside are left as they are. */
function quoted(words: string): string {
  if (/["“”„]/.test(words)) return `«${words}»`
  return /\s/.test(words) ? `"${words}"` : words
}
