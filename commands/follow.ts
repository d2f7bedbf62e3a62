import { z } from 'zod'
import { command } from '#core/command.ts'
import type { Context } from '#core/context.ts'
import { findExpert, suggestExperts } from '#core/experts/find-expert.ts'
import type { Subscription } from '#core/ports/subscriptions.ts'
import { Problem } from '#core/problem.ts'
import { actions, choice, type Inline, type Reply, run, text, whisper } from '#core/reply.ts'
import { type Followed, followedPart, withPart } from '#core/subscription/follows.ts'
import { changeDigest, digestId, mustManage, suggestDigests, whichDigest } from '#core/subscription/which-digest.ts'

export default command({
  summary: 'Have this channel’s digest bring a person, an outlet, words or a story as well',
  audience: 'everyone',
  example: 'follow person:Rahr',
  options: {
    person: z.string().trim().min(1).max(100).optional().describe('Articles that quote this person or body'),
    words: z.string().trim().min(1).max(200).optional().describe('Articles with these words or "phrases"'),
    outlet: z.string().trim().min(1).max(100).optional().describe('Articles of this outlet'),
    story: z.string().trim().min(1).max(60).optional().describe('Articles of this story, by its id'),
    language: z.string().trim().min(1).max(40).optional().describe('Articles in this language: de, German'),
    not: z.string().trim().min(1).max(200).optional().describe('But none with these words, or from:name, outlet:name'),
    digest: digestId.id,
  },
  suggest: { person: (typed, context) => suggestExperts(typed, context.library), digest: suggestDigests },
  async run({ digest: id, ...asked }, context) {
    await mustManage(context)
    const who = await whoIsMeant(asked, id, context)
    if ('ask' in who) return who.ask
    const part = followedPart(who.asked)
    const digest = await digestFor(part, id, who.asked, context)
    if (digest.about === undefined) return bringsAll(digest, part)
    const about = withPart(digest.about, part)
    if (about === undefined) return whisper(text(`Digest ${digest.id} follows `, { bold: part }, ' already.'))
    return changeDigest(
      digest.id,
      { about },
      context,
      [`Digest ${digest.id} now follows `, { bold: part }, ' as well.', ...who.remark],
      run(`Unfollow ${part}`, 'unfollow', { what: part, digest: digest.id }),
    )
  },
})

type Meant = { readonly ask: Reply } | { readonly asked: Followed; readonly remark: readonly Inline[] }

/** The full name, for a surname joins nobody; one that is not known yet is followed as typed, and said to be. */
async function whoIsMeant(asked: Followed, digest: string | undefined, context: Context): Promise<Meant> {
  const { person } = asked
  if (person === undefined) return { asked, remark: [] }
  const found = await findExpert(person, context.library, context)
  switch (found.kind) {
    case 'one':
      return { asked: { ...asked, person: found.expert.name }, remark: [] }
    case 'several': {
      const choices = found.experts.map(({ name }) => run(name, 'follow', given({ ...asked, person: name, digest })))
      return { ask: whisper(choice(`Several people go by “${person}”. Whom do you mean?`, choices)) }
    }
    case 'like':
    case 'none':
      return {
        asked,
        remark: [` Nobody called “${person}” has been quoted here yet; articles count once somebody of that name is.`],
      }
  }
}

/** The digest to add to; where there is none, one is offered with this for its filter. */
async function digestFor(
  part: string,
  id: string | undefined,
  asked: Followed,
  context: Context,
): Promise<Subscription> {
  const here = await context.digests.at(context.place)
  if (here.length === 0) {
    throw new Problem('This channel has no digest yet to follow something in.', {
      hint: [
        'Add one that brings only this; more can be followed then: ',
        { typed: 'digest add at:08:30 days:weekdays' },
      ],
      actions: [run('Add a digest of it', 'digest add', { about: part })],
    })
  }
  return whichDigest(id, (digest) => ({ command: 'follow', options: given({ ...asked, digest }) }), context)
}

const bringsAll = ({ id }: Subscription, part: string): Reply =>
  whisper(
    text(`Digest ${id} has no filter: it brings everything that comes in, `, { bold: part }, ' with it.'),
    text('It can bring only what is followed instead; more can be followed after that.'),
    actions(run(`Only ${part}`, 'digest edit', { id, about: part })),
  )

const given = (options: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
