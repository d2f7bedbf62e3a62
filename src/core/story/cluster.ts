import { bisect } from './bisect.ts'
import { groupArticles, groupLikeness, ONE_EVENT } from './grouping.ts'
import { EMPTY_PROFILE, joinProfiles, type Profile, profileOf } from './profile.ts'
import { createRecent, daysApart, type Known } from './recent.ts'
import { inherit } from './regroup.ts'
import type { StoryModel } from './same-event.ts'
import { createStoryIds } from './story-ids.ts'
import type { Move, StoryArticle, StoryState, StoryUpdate } from './story-state.ts'
import { createWeigh } from './vocabulary.ts'

/** Pairs less alike are no reason to look at a story. */
const NEAR = 0.1
/** A story is compared by its articles that came last. */
const COMPARED = 40
/** Articles parted anew at most; those that came before keep their story. */
const PARTED = 80
/** Stories less alike than `ONE_EVENT` by so much are parted anew together with the one that an article joins. */
const DOUBT = 0.1
/** More articles than one process holds: makes one number of two orders. */
const PAIRS = 2 ** 26
/** A story is parted anew each time it has grown by half: what looked like one event may turn out to be two. */
const GROWTH = 1.5

export interface Stories {
  /** Changes nothing for an article that is known. */
  add(article: StoryArticle): StoryUpdate
  storyOf(article: string): string | undefined
  /** Ids of its articles in order of arrival; an old id leads to what its story became. */
  articlesOf(story: string): readonly string[]
  resolve(story: string): string | undefined
  state(): StoryState
}

interface Story {
  readonly id: string
  members: Known[]
  profile: Profile
  /** Size when it was last parted anew. */
  parted: number
}

/**
 * Joins articles into stories, one event each, as they arrive. A new article joins the story most like it, or opens
 * one; where it could belong to two, and as stories grow, their articles are parted anew, so that stories merge and
 * split. See docs/decisions/0072 and 0073.
 */
export function createStories(model: StoryModel, kept: StoryState = { articles: [], retired: {} }): Stories {
  const weigh = createWeigh(model.background)
  const recent = createRecent()
  const known = new Map<string, Known>()
  const storyOf = new Map<string, Story>()
  const stories = new Map<string, Story>()
  const ids = createStoryIds(new Set(kept.articles.map(({ story }) => story)), kept.retired)
  const likeness = new Map<number, number>()

  for (const { story: id, ...article } of kept.articles) {
    const one = learn(article)
    const story = stories.get(id) ?? { id, members: [], profile: EMPTY_PROFILE, parted: 0 }
    stories.set(id, story)
    join(story, one)
    story.parted = story.members.length
  }

  function join(story: Story, one: Known): void {
    story.members.push(one)
    story.profile = joinProfiles(story.profile, one.profile)
    storyOf.set(one.id, story)
  }

  function learn(article: StoryArticle): Known {
    const weighed = weigh(article.traits)
    const one = { ...article, order: known.size, weighed, profile: profileOf(weighed) }
    known.set(one.id, one)
    recent.add(one)
    return one
  }

  function like(a: Known, b: Known): number {
    const key = Math.min(a.order, b.order) * PAIRS + Math.max(a.order, b.order)
    const before = likeness.get(key)
    if (before !== undefined) return before
    const value = model.sameEvent(a.weighed, b.weighed, daysApart(a, b))
    likeness.set(key, value)
    return value
  }

  function weighStory(article: Known, story: Story): { readonly story: Story; readonly likeness: number } {
    const compared = story.members.slice(-COMPARED)
    const mean = compared.reduce((sum, member) => sum + like(article, member), 0) / compared.length
    return { story, likeness: groupLikeness(mean, article.profile, story.profile) }
  }

  return {
    add(article) {
      const before = storyOf.get(article.id)
      if (before !== undefined) return { story: before.id, moved: [], retired: {} }
      const one = learn(article)
      const near = recent.near(one).filter((other) => other !== one && like(one, other) >= NEAR)
      const touched = [...new Set(near.map((other) => storyOf.get(other.id)!))]
        .map((story) => weighStory(one, story))
        .sort((a, b) => b.likeness - a.likeness || a.story.members[0]!.order - b.story.members[0]!.order)
      const best = touched[0]
      const story =
        best !== undefined && best.likeness > ONE_EVENT
          ? best.story
          : { id: ids.give([one.id]), members: [], profile: EMPTY_PROFILE, parted: 1 }
      stories.set(story.id, story)
      join(story, one)
      const doubted = touched.filter((other) => other.likeness > ONE_EVENT - DOUBT).map((other) => other.story)
      const together = [...new Set([story, ...doubted.slice(0, 3)])]
      const grown = story.members.length >= GROWTH * story.parted
      if (together.length === 1 && !grown)
        return { story: story.id, moved: [{ article: one.id, to: story.id }], retired: {} }
      return partAnew(together, one)
    },
    storyOf: (article) => storyOf.get(article)?.id,
    articlesOf: (id) => stories.get(ids.resolve(id) ?? '')?.members.map((member) => member.id) ?? [],
    resolve: (id) => ids.resolve(id),
    state: () => ({
      articles: [...known.values()].map(({ id, published, traits }) => ({
        id,
        published,
        traits,
        story: storyOf.get(id)!.id,
      })),
      retired: ids.retired(),
    }),
  }

  function partAnew(together: readonly Story[], added: Known): StoryUpdate {
    const all = together.flatMap((story) => story.members).sort((a, b) => a.order - b.order)
    const parted = all.slice(-PARTED)
    const groups = groupArticles(
      parted.map((member) => member.profile),
      (a, b) => like(parted[a]!, parted[b]!),
    ).flatMap((group) => bisect([...group.members].sort((a, b) => a - b).map((at) => parted[at]!)))
    const { heirs, retired } = inherit(groups, together, (member) => storyOf.get(member.id)!, ids)
    const moved: Move[] = []
    for (const story of together) stories.delete(story.id)
    const parts = new Map<string, Known[]>()
    for (const member of all) {
      const from = storyOf.get(member.id)!.id
      // One that came too early to be parted anew goes where its story's id goes.
      const to = heirs.get(member) ?? retired[from] ?? from
      parts.set(to, [...(parts.get(to) ?? []), member])
      if (member === added) moved.unshift({ article: member.id, to })
      else if (from !== to) moved.push({ article: member.id, from, to })
    }
    for (const [id, members] of parts) {
      const profile = members.map((member) => member.profile).reduce(joinProfiles)
      const story = { id, members, profile, parted: members.length }
      stories.set(id, story)
      for (const member of members) storyOf.set(member.id, story)
    }
    return { story: storyOf.get(added.id)!.id, moved, retired }
  }
}
