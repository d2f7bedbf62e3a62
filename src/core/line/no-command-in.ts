import { Problem } from '../problem.ts'
import { run } from '../reply.ts'

/** A headline, a question, or anything in a script that no command is written in: no slip in a command's name. */
export const isWholeSentence = (line: string): boolean =>
  line.trim().split(/\s+/).length > 2 || /[?？؟]\s*$/.test(line) || isForeign(line)

const isForeign = (line: string): boolean => /^\P{L}*(?!\p{Script=Latin})\p{L}/u.test(line)

/** What to say to a line that begins with no command and is no slip in one. */
export function noCommandIn(line: string): Problem {
  const words = Array.from(line.trim())
  const shown = words.length > 60 ? `${words.slice(0, 60).join('')}…` : words.join('')
  return new Problem(`A line begins with a command, and “${shown}” is none.`, {
    hint: [
      'For example ',
      { typed: 'quote Rahr' },
      ', ',
      { typed: 'brief NATO' },
      ' or ',
      { typed: 'search "general overhaul"' },
      '; ',
      { typed: 'help' },
      ' shows all there is.',
      ...(isForeign(line) ? [' Commands are in English; names and words may be in any script.'] : []),
    ],
    actions: [run('Search for these words', 'search', { words: words.slice(0, 200).join('') })],
  })
}
