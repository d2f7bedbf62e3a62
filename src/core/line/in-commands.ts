import { Problem } from '../problem.ts'
import { run } from '../reply.ts'

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
