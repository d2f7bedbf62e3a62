import { z } from 'zod'
import { statementBlock } from '#core/briefing/statement.ts'
import { command } from '#core/command.ts'
import type { Context } from '#core/context.ts'
import { DESCRIBED_IN, describedLine } from '#core/experts/described.ts'
import { suggestExperts } from '#core/experts/find-expert.ts'
import { KIND_NAMES, kindsCounted } from '#core/experts/kinds-counted.ts'
import { aboutTerms, rankByWords } from '#core/experts/relevance.ts'
import { whichExpert } from '#core/experts/which-expert.ts'
import { isDescribedBy } from '#core/experts/who-spoke-of.ts'
import { pageTurns } from '#core/page-turns.ts'
import type { Expert, Statement } from '#core/ports/library.ts'
import { putRight } from '#core/query/did-you-mean.ts'
import { emptyQuery } from '#core/query/query.ts'
import { unfoundIn } from '#core/query/unfound.ts'
import { actions, type Block, type Reply, type RunAction, reply, run, text, whisper } from '#core/reply.ts'
import { changedQuote } from '#core/story/changed-since.ts'
import { inMarks } from '#core/text/in-marks.ts'
import { holdsTerm } from '#core/text/terms.ts'

export default command({
  summary: 'An expert’s exact words, with who, where and when',
  audience: 'everyone',
  example: 'quote expert:Rahr about:Hungary',
  options: {
    expert: z.string().trim().min(1).max(100).describe('Who spoke: a surname or a full name'),
    about: z.string().trim().max(200).optional().describe('Only words about this'),
    kind: z
      .enum(['all', 'direct', 'in part', 'reported', 'nested'])
      .optional()
      .describe('Word for word, in part, in the outlet’s words, or inside another’s; all without it'),
    unsure: z.boolean().optional().describe('Also quotes of which it is unclear who said them; no without it'),
    gone: z.boolean().optional().describe('Only what outlets have taken out of their articles since'),
    at: z.int().min(1).default(1).describe('Which of the quotes'),
  },
  hidden: ['gone', 'at'],
  suggest: { expert: (typed, context) => suggestExperts(typed, context.library) },
  async run({ expert: typed, about, kind, unsure, gone, at }, context) {
    const only: Only = { ...(about && { about }), ...(kind && kind !== 'all' && { kind }), ...(unsure && { unsure }) }
    const which = await whichExpert(typed, context, (name) => invocation(name, only))
    if ('ask' in which) return which.ask
    const { expert } = which
    const taken = await context.library.countWithdrawn(expert.key)
    if (gone && taken > 0) return goneFrom(expert, taken, at, context)
    const filtered = Object.keys(only).length > 0
    const looked = filtered ? await lookThrough(expert, at, only, context) : await oneOf(expert, at, context)
    if (looked === undefined) return noneFits(expert, only, await meantAbout(expert, only, context))
    const described = describedLine(await context.library.descriptions(expert.key, DESCRIBED_IN))
    const remarks = [
      ...(gone ? [text({ italic: 'Nothing of theirs is gone from an article now.' })] : []),
      ...(await changedQuote(looked.statement, context)),
      ...(described === undefined ? [] : [text({ italic: described })]),
      ...(looked.more ? [text({ italic: lookedThrough(expert, about) })] : []),
    ]
    return page(expert, looked, { only, remarks, taken })
  },
})

/** The one that is shown of so many. */
interface Looked {
  readonly statement: Statement
  readonly at: number
  readonly count: number
  /** There may be others beyond those that were looked through. */
  readonly more: boolean
}

/** Without a filter the one article is read in which it stands. */
async function oneOf({ key, quotes }: Expert, asked: number, { library }: Context): Promise<Looked | undefined> {
  const { statements, before } = await library.statementsAt(key, Math.min(asked, quotes))
  const at = Math.min(asked, quotes, before + statements.length)
  const statement = statements.toSorted(exactFirst)[at - before - 1]
  return statement && { statement, at, count: quotes, more: false }
}

async function lookThrough(expert: Expert, asked: number, only: Only, context: Context): Promise<Looked | undefined> {
  const { about, kind, unsure } = only
  const newest = about ? ON_SUBJECT : LOOKED_THROUGH
  const terms = about ? aboutTerms(about, context.stopWords) : undefined
  const own = (await context.library.statements(expert.key, newest, terms)).toSorted(exactFirst)
  const perhaps = unsure ? await context.library.unsureStatements(expert.key) : []
  const ofKind = [...own, ...perhaps].filter(({ quote }) => !kind || KIND_NAMES[quote.kind] === kind)
  const onIt = about ? rankByWords(ofKind, about, context.stopWords) : ofKind
  const fitting = terms ? [...onIt, ...(await describedBy(terms, expert, only, onIt, context))] : onIt
  const at = Math.min(asked, fitting.length)
  const statement = fitting[at - 1]
  return statement && { statement, at, count: fitting.length, more: own.length === newest }
}

/** A politician is quoted tens of thousands of times: what is asked for is looked for in the newest of it. */
const LOOKED_THROUGH = 100
/** Of what somebody said on a subject, which is found by the index and read article by article. */
const ON_SUBJECT = 60

/** Of somebody who is what was asked about ("the NATO chief"), what they say without the word, where articles call them so. */
async function describedBy(
  terms: ReadonlySet<string>,
  { key, description = '' }: Expert,
  { kind }: Only,
  known: readonly Statement[],
  { library }: Context,
): Promise<readonly Statement[]> {
  if (!holdsTerm(description, terms)) return []
  const isKnown = new Set(known.map(placeOf))
  const newest = (await library.statements(key, ON_SUBJECT)).toSorted(exactFirst)
  return newest.filter(
    (one) => isDescribedBy(one, terms) && !isKnown.has(placeOf(one)) && (!kind || KIND_NAMES[one.quote.kind] === kind),
  )
}

const placeOf = ({ article, quote }: Statement): string => `${article.id} ${quote.kind} ${quote.spans[0]?.start}`

const lookedThrough = ({ name, quotes }: Expert, about: string | undefined): string =>
  about === undefined
    ? `Looked through the newest ${LOOKED_THROUGH} of ${name}’s ${quotes} quotes.`
    : `There are more on this among ${name}’s ${quotes} quotes: these are the newest ${ON_SUBJECT}.`

/** What was asked to be left out or let in. */
interface Only {
  readonly about?: string
  readonly kind?: string
  readonly unsure?: boolean
}

/** Newest article first, as they come; within one, the speaker's own words before those that another passes on. */
const exactFirst = (a: Statement, b: Statement): number =>
  a.article.id === b.article.id ? HANDS[a.quote.kind] - HANDS[b.quote.kind] : 0

/** Through how many hands the words came: another's who was there, the outlet's. */
const HANDS = { direct: 0, mixed: 0, nested: 1, indirect: 2 } as const

const invocation = (expert: string, only: Only, at?: number) => ({
  command: 'quote',
  options: { expert, ...only, ...(at !== undefined && { at }) },
})

interface Shown {
  readonly only: Only
  readonly remarks: readonly Block[]
  /** How many of their quotes were taken out of the articles. */
  readonly taken: number
}

function page(expert: Expert, { statement, at, count }: Looked, { only, remarks, taken }: Shown): Reply {
  const asWhat = [only.kind ? ` ${only.kind}` : '', only.about ? ` about ${inMarks(only.about)}` : ''].join('')
  const block = statementBlock(statement, ` · ${at} of ${count}`, asWhat)
  return reply(block, ...remarks, ...paging(expert, count, at, only, taken))
}

function paging(expert: Expert, count: number, at: number, only: Only, taken: number): readonly Block[] {
  const go = (label: string, to: number, others = only): RunAction => {
    const { command, options } = invocation(expert.name, others, to)
    return run(label, command, options)
  }
  const filtered = only.about !== undefined || only.kind !== undefined
  const buttons = [
    ...pageTurns(at, count, go),
    ...(filtered ? [go(count < expert.quotes ? `All ${expert.quotes}` : 'Without the filter', 1, {})] : []),
    ...(expert.unsure > 0 && !only.unsure ? [go(`With ${expert.unsure} unclear`, 1, { ...only, unsure: true })] : []),
  ]
  const label = `${taken} since removed from ${taken === 1 ? 'its article' : 'their articles'}`
  const gone = taken > 0 ? [run(label, 'quote', { expert: expert.name, gone: true })] : []
  return buttons.length + gone.length === 0 ? [] : [actions(...buttons, ...gone)]
}

/** Not among the others, for nobody should pass on as said what its outlet no longer prints. */
async function goneFrom(
  expert: Expert,
  count: number,
  asked: number,
  { library, timezone: zone }: Pick<Context, 'library' | 'timezone'>,
): Promise<Reply> {
  const at = Math.min(asked, count)
  const { statement, since } = (await library.withdrawn(expert.key, at)).at(-1)!
  const go = (label: string, to: number): RunAction => run(label, 'quote', { expert: expert.name, gone: true, at: to })
  return reply(
    statementBlock(
      statement,
      ' · ',
      { bold: 'gone from the article' },
      ' since ',
      { time: since.toISOString(), zone },
      ` · ${at} of ${count}`,
    ),
    actions(
      ...pageTurns(at, count, go),
      run(expert.quotes === 1 ? 'The one still printed' : `All ${expert.quotes} still printed`, 'quote', {
        expert: expert.name,
      }),
    ),
  )
}

/** The subject with its slips put right, where the expert has words on that. */
async function meantAbout(expert: Expert, only: Only, context: Context): Promise<string | undefined> {
  const { about } = only
  if (about === undefined) return undefined
  const right = putRight(about, await unfoundIn({ ...emptyQuery, words: [about] }, context))
  return right !== undefined && (await lookThrough(expert, 1, { ...only, about: right }, context)) ? right : undefined
}

function noneFits(expert: Expert, only: Only, meant: string | undefined): Reply {
  const { kind, about } = only
  const { command, options } = invocation(expert.name, {})
  const one = expert.quotes === 1
  const count = one ? 'The one quote' : `None of the ${expert.quotes} quotes`
  const isOfKind = kind === undefined || kindsCounted(expert).includes(kind)
  const said =
    about === undefined || !isOfKind
      ? `${count} by ${expert.name} here is ${one ? 'not ' : ''}${kind}: ${kindsCounted(expert)}.`
      : `${count} by ${expert.name} here ${one ? 'does not mention' : 'mentions'} ${inMarks(about)}${kind ? ` and is ${kind}` : ''}.`
  const all = run(one ? 'Show it' : `Show all ${expert.quotes}`, command, options)
  if (meant === undefined) return whisper(text(said), actions(all))
  const right = run(`About ${meant}`, 'quote', invocation(expert.name, { ...only, about: meant }).options)
  return whisper(text(said, ' Did you mean ', { bold: meant }, '?'), actions(right, all))
}
