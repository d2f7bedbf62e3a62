import { slice } from '#core/text/span.ts'
import { analyze } from '../english.ts'

/** The words that each quote of a text is given to, null where there are none. */
export function mentionsOf(text: string): readonly (string | null)[] {
  return analyze({ title: '', text }).quotes.map(({ mention }) => (mention ? slice(text, mention) : null))
}
