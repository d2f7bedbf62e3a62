import { z } from 'zod'
import { command } from '#core/command.ts'
import type { Context } from '#core/context.ts'
import { findExpert } from '#core/experts/find-expert.ts'
import type { Subscription } from '#core/ports/subscriptions.ts'
import { Problem } from '#core/problem.ts'
import { typedParts } from '#core/query/query-line.ts'
import { actions, choice, type Reply, run, text, whisper } from '#core/reply.ts'
import { type Followed, partsFollowing, partsLike, withoutPart } from '#core/subscription/follows.ts'
import {
  changeDigest,
  digestId,
  mustManage,
  noDigests,
  suggestDigests,
  whichDigest,
} from '#core/subscription/which-digest.ts'
import { inMarks } from '#core/text/in-marks.ts'

export default command({
  summary: 'Have this channel’s digest follow something no longer',
  audience: 'everyone',
  changes: true,
  example: 'unfollow what:Rahr',
  options: {
    what: z.string().trim().max(1000).optional().describe('What is followed now, or a word of it; nothing for a list'),
    person: z.string().trim().min(1).max(100).optional().describe('The person or body that it follows now'),
    words: z.string().trim().min(1).max(200).optional().describe('The words that it follows now'),
    outlet: z.string().trim().min(1).max(100).optional().describe('The outlet that it follows now'),
    story: z.string().trim().min(1).max(60).optional().describe('The story that it follows now, by its id'),
    language: z.string().trim().min(1).max(40).optional().describe('The language that it follows now'),
    digest: digestId.id,
  },
  suggest: {
    async what(typed, context) {
      const all = (await context.digests.at(context.place)).flatMap(({ about = '' }) => partsLike(about, typed))
      return all.map((part) => ({ label: part.slice(0, 100), value: part }))
    },
    digest: suggestDigests,
  },
  async run({ what = '', digest: id, ...asked }, context) {
    await mustManage(context)
    const typed = [what, ...Object.values(asked)].filter((one) => one !== undefined && one !== '').join(' ')
    const followed = await followedHere(what, asked, id, context)
    const [first] = followed
    if (first === undefined) throw nothingLike(typed)
    if (typed === '' || followed.length > 1)
      return whisper(choice('What shall it no longer follow?', followed.map(button)))
    return stop(first, context)
  },
})

interface FollowedPart {
  readonly digest: Subscription
  readonly part: string
}

/** What may be meant, in all digests of the channel or the one that is named. */
async function followedHere(
  what: string,
  asked: Followed,
  id: string | undefined,
  context: Context,
): Promise<readonly FollowedPart[]> {
  const here = await context.digests.at(context.place)
  if (here.length === 0) throw noDigests()
  const again = (digest: string) => ({ command: 'unfollow', options: { ...(what && { what }), ...asked, digest } })
  const digests = id === undefined ? here : [await whichDigest(id, again, context)]
  const names = await namesOf(asked.person, context)
  return digests.flatMap((digest) => {
    const { about = '' } = digest
    const meant = new Set(partsFollowing(about, asked, names))
    const like = partsLike(about, what).filter((part) => meant.has(part))
    return like.map((part) => ({ digest, part }))
  })
}

/** As /follow wrote whom a surname or a nickname means. */
async function namesOf(person: string | undefined, context: Context): Promise<readonly string[]> {
  if (person === undefined) return []
  const found = await findExpert(person, context.library, context)
  switch (found.kind) {
    case 'one':
      return [found.expert.name]
    case 'several':
      return found.experts.map(({ name }) => name)
    case 'like':
    case 'none':
      return []
  }
}

const button = ({ digest: { id }, part }: FollowedPart) =>
  run(`${part} · ${id}`, 'unfollow', { what: part, digest: id })

const nothingLike = (what: string): Problem =>
  new Problem(what === '' ? 'Nothing is followed here.' : `Nothing like ${inMarks(what)} is followed here.`, {
    hint: [
      { typed: 'digest list' },
      ' shows each digest with its filter; ',
      { typed: 'follow person:Rahr' },
      ' adds to it.',
    ],
  })

async function stop({ digest: { id, about = '' }, part }: FollowedPart, context: Context): Promise<Reply> {
  // An empty filter lets everything through: the opposite of what is asked for, so it is not done without a word.
  if (typedParts(about).length === 1) return thatWasAll(id, part)
  return changeDigest(id, { about: withoutPart(about, part) }, context, [
    `Digest ${id} no longer follows `,
    { bold: part },
    '.',
  ])
}

const thatWasAll = (id: string, part: string): Reply =>
  whisper(
    text({ bold: part }, ` is all that digest ${id} follows. Without it, it would bring everything that comes in.`),
    actions(
      run('Bring everything', 'digest edit', { id, about: '-' }),
      run(`Pause ${id}`, 'digest pause', { id }),
      run(`Remove ${id}`, 'digest remove', { id }),
    ),
  )
