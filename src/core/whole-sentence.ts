import { Problem } from './problem.ts'
import { run } from './reply.ts'

/** Questions that a command is the answer to, in the ways most people put them. */
const QUESTIONS: readonly (readonly [form: RegExp, command: string])[] = [
  [
    /^what (?:did|does|do|has|have|had) (?<expert>\S.*?) (?:say|said|think|thought|tell|told)(?: (?:about|on|of) (?<about>.+?))?$/i,
    'quote',
  ],
  [
    /^who (?:said|says|spoke|speaks|talked|talks|is quoted|was quoted)(?: \S+)? (?:about|on|of) (?<about>.+?)$/i,
    'experts',
  ],
  [
    /^what(?:['’]s| is| was)? (?:happened|happening|going on|new|the news|the latest)(?: (?:about|with|in|on|at|to|from|of) (?<about>.+?))?$/i,
    'brief',
  ],
]

/** The command that a question in full asks for, to be run by a button or typed the next time. */
export function inCommands(line: string): Problem | undefined {
  const question = line.slice(0, LONGEST_QUESTION).replace(/[\s?.!]+$/, '')
  for (const [form, command] of QUESTIONS) {
    const found = form.exec(question)
    if (found === null) continue
    const options = Object.fromEntries(
      Object.entries(found.groups ?? {}).flatMap(([name, words]) => (words === undefined ? [] : [[name, words]])),
    )
    const typed = [
      command,
      ...Object.entries(options).map(([name, words]) => `${name}:${/\s/.test(words) ? `"${words}"` : words}`),
    ]
    return new Problem('I answer to commands, not to questions in full.', {
      hint: ['This is the one for it: ', { typed: typed.join(' ') }],
      actions: [run('Ask that', command, options)],
    })
  }
  return undefined
}

const LONGEST_QUESTION = 200

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
