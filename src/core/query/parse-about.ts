import { Problem } from '../problem.ts'
import type { Query } from './query.ts'
import { parseQuery } from './query-line.ts'

/** What `about:` asks for, which is a search. Throws `Problem`; for a line without a word, with how this command is asked. */
export function parseAbout(about: string, command: string): Query {
  if (!/[\p{L}\p{N}]/u.test(about)) {
    throw new Problem('There is no word in that to look for.', {
      hint: ['For example ', { typed: `${command} about:NATO` }],
    })
  }
  return parseQuery(about)
}
