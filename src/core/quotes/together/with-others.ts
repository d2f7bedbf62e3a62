import type { Cast } from '../../people/people.ts'
import type { Reading } from '../features.ts'
import type { Report } from '../reported/reporting.ts'
import type { Attribution } from '../speakers/attribution.ts'
import { findSpeakingTogether, type Together } from './speaking-together.ts'

/** Attributions with everybody who says it as one. */
export function withOthers(reading: Reading, cast: Cast, attributions: readonly Attribution[]): readonly Attribution[] {
  const together = findSpeakingTogether(reading, cast, attributions.flatMap(voiceOf))
  return together.size === 0 ? attributions : attributions.map((one) => joined(one, together))
}

/** What is said and what is reported, in one article: "they" in one may be the two who spoke in the other. */
export function everybodyTogether<Told extends { readonly report: Report; readonly speaker: number | null }>(
  reading: Reading,
  cast: Cast,
  attributions: readonly Attribution[],
  reports: readonly Told[],
): {
  readonly attributions: readonly Attribution[]
  readonly reports: readonly (Told & Pick<Attribution, 'together'>)[]
} {
  const voices = reports.map(({ report: { frame, content } }) => ({
    mention: content.cue.mention,
    cue: content.cue,
    frame,
  }))
  const together = findSpeakingTogether(reading, cast, [...attributions.flatMap(voiceOf), ...voices])
  if (together.size === 0) return { attributions, reports }
  return {
    attributions: attributions.map((one) => joined(one, together)),
    reports: reports.map((told) => {
      const list = together.get(told.report.content.cue.mention)
      return list === undefined ? told : { ...told, speaker: told.speaker ?? list[0]!, together: list }
    }),
  }
}

function voiceOf({ candidate }: Attribution) {
  const { mention, cue, cueFrame } = candidate
  return mention === null ? [] : [{ mention, cue, frame: cueFrame }]
}

/** A quote that is carried on has the mention of the one before. */
function joined(attribution: Attribution, together: Together): Attribution {
  const list = together.get(attribution.candidate.mention!)
  return list === undefined ? attribution : { ...attribution, speaker: attribution.speaker ?? list[0]!, together: list }
}
