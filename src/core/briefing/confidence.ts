import type { Quote } from '../analysis.ts'

/**
 * An attribution less sure than this is shown with its confidence: of those just below it one in five is wrong
 * (docs/decisions/0055). Below `UNSURE` of the engine nobody is named at all.
 */
export const LOW = 0.8

/** "64 %", rounded down, so that nothing looks surer than it is. */
export const percent = (confidence: number): string => `${Math.floor(confidence * 100)} %`

/** " (only 64 % sure: a pronoun behind the cue)" where that is to be said; else nothing. */
export const doubt = ({ confidence, reason, speaker }: Quote): string =>
  speaker === null || confidence >= LOW
    ? ''
    : ` (only ${percent(confidence)} sure: ${reason.replace(/^(?:reported in the article’s|inside another’s) words: /, '')})`
