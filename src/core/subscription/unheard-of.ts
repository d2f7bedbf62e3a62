import { putRight } from '../query/did-you-mean.ts'
import { parseQuery } from '../query/query-line.ts'
import { type Speller, type Unfound, unfoundIn } from '../query/unfound.ts'
import { type Inline, type RunAction, run } from '../reply.ts'
import { inMarks } from '../text/in-marks.ts'

/** What a filter asks for that nothing here has: it may yet come, so it is allowed and said. */
export interface UnheardOf {
  /** A sentence for each, a blank before it; empty where everything has been heard of. */
  readonly said: readonly Inline[]
  /** A filter of the same kind with its slips put right. */
  readonly right: (filter: string) => string | undefined
}

/** A word is only said where one that is here is spelled much like it: any other is what a filter waits for. */
export async function unheardOf(filter: string | undefined, context: Speller): Promise<UnheardOf> {
  if (!filter) return { said: [], right: () => undefined }
  const all = await unfoundIn(parseQuery(filter), context)
  const told = all.filter(({ key, meant }) => key !== 'word' || meant !== undefined)
  return { said: told.flatMap(sentence), right: (other) => putRight(other, told) }
}

const sentence = (unfound: Unfound): readonly Inline[] => [
  ` ${notHere(unfound)}`,
  ...(unfound.meant === undefined ? [] : [' Did you mean ', { bold: unfound.meant }, '?']),
]

function notHere({ key, typed }: Unfound): string {
  const shown = inMarks(typed)
  switch (key) {
    case 'from':
      return `Nobody called ${shown} has been quoted here yet; this counts once somebody of that name is.`
    case 'outlet':
      return `No article of an outlet called ${shown} is here yet; this counts once there is one.`
    case 'story':
      return `There is no story ${shown} here.`
    case 'word':
      return `No article here has the word ${shown} yet.`
  }
}

/** A button that gives a digest its filter with the slips put right; none where there are none. */
export function putItRight(id: string, filter: string | undefined, { right }: UnheardOf): readonly RunAction[] {
  const about = right(filter ?? '')
  return about === undefined ? [] : [run(`About ${about} instead`, 'digest edit', { id, about })]
}
