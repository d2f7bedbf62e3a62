import { contrast, joinProfiles, type Profile } from './profile.ts'

/** How much contrast between two groups takes off their likeness; see docs/decisions/0072. */
const CONTRAST = 0.4
/** Groups at least so like are one event. */
export const ONE_EVENT = 0.1

export interface Group {
  /** Positions of its articles. */
  readonly members: readonly number[]
  readonly profile: Profile
}

/** Likeness of two groups, given the mean over their pairs. */
export const groupLikeness = (meanPair: number, a: Profile, b: Profile): number =>
  meanPair <= ONE_EVENT ? meanPair - CONTRAST : meanPair - CONTRAST * contrast(a, b)

/**
 * Parts articles into events: the two groups most alike are joined until none are alike enough (average linkage,
 * with contrast). The same articles in the same order give the same groups.
 */
export function groupArticles(profiles: readonly Profile[], pair: (a: number, b: number) => number): readonly Group[] {
  const groups: (Group | null)[] = profiles.map((profile, at) => ({ members: [at], profile }))
  const mean = profiles.map((_, a) => profiles.map((__, b) => (a === b ? 0 : pair(a, b))))
  const like = mean.map((row, a) =>
    row.map((value, b) => (a === b ? -1 : groupLikeness(value, profiles[a]!, profiles[b]!))),
  )
  for (;;) {
    const [a, b] = mostAlike(groups, like)
    if (a === -1) return groups.filter((group) => group !== null)
    const [left, right] = [groups[a]!, groups[b]!]
    const [x, y] = [left.members.length, right.members.length]
    groups[a] = { members: [...left.members, ...right.members], profile: joinProfiles(left.profile, right.profile) }
    groups[b] = null
    for (const [other, group] of groups.entries()) {
      if (group === null || other === a) continue
      const value = (mean[a]![other]! * x + mean[b]![other]! * y) / (x + y)
      mean[a]![other] = value
      mean[other]![a] = value
      const likeness = groupLikeness(value, groups[a]!.profile, group.profile)
      like[a]![other] = likeness
      like[other]![a] = likeness
    }
  }
}

function mostAlike(groups: readonly (Group | null)[], like: readonly (readonly number[])[]): readonly [number, number] {
  let best: readonly [number, number] = [-1, -1]
  let most = ONE_EVENT
  for (let a = 0; a < groups.length; a += 1) {
    if (groups[a] === null) continue
    for (let b = a + 1; b < groups.length; b += 1) {
      if (groups[b] === null || like[a]![b]! <= most) continue
      most = like[a]![b]!
      best = [a, b]
    }
  }
  return best
}
