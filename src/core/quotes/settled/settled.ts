import type { Cue } from '../grammar/cues.ts'
import type { Mention } from '../grammar/mentions.ts'

/** What the grammar of a sentence settles of who says a span, so that nothing is weighed. */
export interface Settled {
  /** Whose words they are; null where the text does not say. */
  readonly mention: Mention | null
  readonly confidence: number
  readonly reason: string
  /** Who else they may be of, as likely. */
  readonly or?: Mention
  /** Who passes them on, who is somebody else. */
  readonly by?: Mention
  /** The words that report, where they lie behind the span: they may interrupt one utterance. */
  readonly cue?: Cue
  /** Nobody's words at all, where false: a name that somebody goes by, a charge. */
  readonly isSaid: boolean
}

/** Somebody’s words, and why. */
export const saidBy = (mention: Mention, confidence: number, reason: string): Settled => ({
  mention,
  confidence,
  reason,
  isSaid: true,
})
export const unclear = (reason: string): Settled => ({ mention: null, confidence: 0, reason, isSaid: true })
export const notSaid = (reason: string): Settled => ({ mention: null, confidence: 0, reason, isSaid: false })
