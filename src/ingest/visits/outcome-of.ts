import type { Outcome } from '#core/visits/outcome.ts'
import type { Failure } from '../fetching/failure.ts'
import type { Fetched } from '../fetching/fetched.ts'

type Failed = Extract<Outcome, { kind: 'failed' }>

/** What a failed request says about the source; undefined where it says nothing about it but about this program. */
export function outcomeOf(fetched: Extract<Fetched, { kind: 'failed' }>): Failed | undefined {
  const why = troubleOf(fetched.why)
  if (why === undefined) return undefined
  const { sentence, retryAt, movedTo } = fetched
  return {
    kind: 'failed',
    why,
    sentence,
    ...(retryAt !== undefined && { retryAt }),
    ...(movedTo !== undefined && { movedTo }),
  }
}

function troubleOf(why: Failure): Failed['why'] | undefined {
  switch (why) {
    case 'gone':
    case 'unresolved':
      return 'gone'
    case 'forbidden':
    case 'login':
    case 'legal':
    case 'robots':
    case 'private':
    case 'redirect-private':
      return 'blocked'
    case 'closed':
    case 'queue':
      return undefined
    default:
      return 'failing'
  }
}
