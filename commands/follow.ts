import { z } from 'zod'
import { command } from '#core/command.ts'
import type { Context } from '#core/context.ts'
import { findExpert, suggestExperts } from '#core/experts/find-expert.ts'
import type { Subscription } from '#core/ports/subscriptions.ts'
import { Problem } from '#core/problem.ts'
import { actions, choice, type Reply, type RunAction, run, text, whisper } from '#core/reply.ts'
import { type Followed, followedPart, withPart } from '#core/subscription/follows.ts'
import { type UnheardOf, unheardOf } from '#core/subscription/unheard-of.ts'
import { changeDigest, digestId, mustManage, suggestDigests, whichDigest } from '#core/subscription/which-digest.ts'
import { fold } from '#core/text/fold.ts'
import { inMarks } from '#core/text/in-marks.ts'

export default command({
  summary: 'Have this channel’s digest bring a person, an outlet, words or a story as well',
  audience: 'everyone',
  changes: true,
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
  suggest: {
    person: (typed, context) => suggestExperts(typed, context.library),
    outlet: async (typed, { library }) =>
      (await library.outlets())
        .filter((outlet) => fold(outlet).includes(fold(typed).trim()))
        .map((outlet) => ({ label: outlet, value: outlet })),
    digest: suggestDigests,
  },
  async run({ digest: id, ...asked }, context) {
    await mustManage(context)
    const who = await whoIsMeant(asked, id, context)
    if ('ask' in who) return who.ask
    const part = followedPart(who.asked)
    const unheard = await unheardOf(part, context)
    const right = unheard.right(part)
    const digest = await digestFor({ part, right, unheard }, id, who.asked, context)
    if (digest.about === undefined) return bringsAll(digest, { part, right, unheard })
    const about = withPart(digest.about, part)
    if (about === undefined) return whisper(text(`Digest ${digest.id} follows `, { bold: part }, ' already.'))
    return changeDigest(
      digest.id,
      { about },
      context,
      [`Digest ${digest.id} now follows `, { bold: part }, ' as well.', ...unheard.said],
      ...instead(digest.id, digest.about, right),
      run(`Unfollow ${part}`, 'unfollow', { what: part, digest: digest.id }),
    )
  },
})

/** What is to be followed, as it was typed and as it may have been meant. */
interface Part {
  readonly part: string
  readonly right: string | undefined
  readonly unheard: UnheardOf
}

/** The same filter with what was meant in the place of what was typed. */
const instead = (id: string, before: string, right: string | undefined): readonly RunAction[] =>
  right === undefined ? [] : [run(`${right} instead`, 'digest edit', { id, about: withPart(before, right) ?? before })]

type Meant = { readonly ask: Reply } | { readonly asked: Followed }

/** The full name, for a surname joins nobody; one that is not known yet is followed as typed. */
async function whoIsMeant(asked: Followed, digest: string | undefined, context: Context): Promise<Meant> {
  const { person } = asked
  if (person === undefined) return { asked }
  const found = await findExpert(person, context.library, context)
  switch (found.kind) {
    case 'one':
      return { asked: { ...asked, person: found.expert.name } }
    case 'several': {
      const choices = found.experts.map(({ name }) => run(name, 'follow', given({ ...asked, person: name, digest })))
      return { ask: whisper(choice(`Several people go by ${inMarks(person)}. Whom do you mean?`, choices)) }
    }
    case 'like':
    case 'none':
      return { asked }
  }
}

/** The digest to add to; where there is none, one is offered with this for its filter. */
async function digestFor(
  { part, right, unheard }: Part,
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
        ...(unheard.said.length === 0 ? [] : ['.', ...unheard.said]),
      ],
      actions: [
        run('Add a digest of it', 'digest add', { about: part }),
        ...(right === undefined ? [] : [run(`Add one of ${right}`, 'digest add', { about: right })]),
      ],
    })
  }
  return whichDigest(id, (digest) => ({ command: 'follow', options: given({ ...asked, digest }) }), context)
}

const bringsAll = ({ id }: Subscription, { part, right, unheard }: Part): Reply =>
  whisper(
    text(
      `Digest ${id} has no filter: it brings everything that comes in, `,
      { bold: part },
      ' with it.',
      ...unheard.said,
    ),
    text('It can bring only what is followed instead; more can be followed after that.'),
    actions(
      ...[...(right === undefined ? [] : [right]), part].map((about) =>
        run(`Only ${about}`, 'digest edit', { id, about }),
      ),
    ),
  )

const given = (options: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
