import type { Known } from './recent.ts'
import type { StoryIds } from './story-ids.ts'

interface Named {
  readonly id: string
}

/**
 * Which story each group of articles is from now on. The group that holds most of a story's articles keeps its id;
 * where two stories meet in one group, the id of the one that gave more stays and the other leads to it; a group that
 * split off gets an id of its own.
 */
export function inherit(
  groups: readonly (readonly Known[])[],
  stories: readonly Named[],
  storyOf: (article: Known) => Named,
  ids: StoryIds,
): { readonly heirs: ReadonlyMap<Known, string>; readonly retired: Readonly<Record<string, string>> } {
  const claims = groups
    .flatMap((group, at) =>
      stories.map((story, age) => ({
        at,
        story,
        age,
        held: group.filter((one) => storyOf(one).id === story.id).length,
      })),
    )
    .filter(({ held }) => held > 0)
    .sort((a, b) => b.held - a.held || a.age - b.age || a.at - b.at)
  const idOf = new Map<number, string>()
  const kept = new Set<string>()
  for (const { at, story } of claims) {
    if (idOf.has(at) || kept.has(story.id)) continue
    idOf.set(at, story.id)
    kept.add(story.id)
  }
  for (const [at, group] of groups.entries()) {
    if (!idOf.has(at)) idOf.set(at, ids.give(group.map((one) => one.id)))
  }
  const retired: Record<string, string> = {}
  for (const { id } of stories) {
    const into = claims.find(({ story }) => story.id === id && !kept.has(id))
    if (into === undefined) continue
    retired[id] = idOf.get(into.at)!
    ids.retire(id, retired[id])
  }
  const heirs = new Map(groups.flatMap((group, at) => group.map((one) => [one, idOf.get(at)!] as const)))
  return { heirs, retired }
}
