import { lowerBound } from '../../text/lower-bound.ts'
import { contains, overlaps, type Span } from '../../text/span.ts'
import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { calibrate, type Model, SUREST, score, shares } from '../model.ts'
import { callReports } from './call-reports.ts'
import { LONGEST } from './contents.ts'
import { nounReports } from './noun-reports.ts'
import { phraseReports } from './phrase-reports.ts'
import { type Content, findReported, type ReportedChoice } from './reported.ts'
import { settled } from './settled.ts'

/** A clause that is reported without marks. */
export interface Report {
  readonly frame: number
  readonly content: Content
  /** How likely it is that this is reported, by whomever. */
  readonly share: number
  /** If it is, how often whom the cue names says it: docs/decisions/0149. */
  readonly confidence: number
}

/** Below this share a clause is not taken as reported: see docs/decisions/0012. */
const SURE_ENOUGH = 0.5

/** Inside what an outlet reports, what somebody says needs less: that it is a report is settled. */
const RELAYED = 0.25

interface Weighed extends Omit<Report, 'confidence'> {
  /** Of all that its cue may report, the share of what has the same speaker. */
  readonly voice: number
}

/** The likeliest clauses first where two would cross; nested ones may stand. In text order. */
export function findReports(reading: Reading, model: Model): Report[] {
  const weighed: Weighed[] = []
  for (const choice of findReported(reading)) {
    const { contents, nothing, chances } = weighContents(reading, model, choice)
    if (nothing !== null && 1 - nothing < RELAYED) continue
    const { content, share } = likeliest(contents, chances)
    if (share >= RELAYED)
      weighed.push({ frame: choice.frame, content, share, voice: voiceOf(content, contents, chances) })
  }
  const sure = weighed.filter(({ share }) => share >= SURE_ENOUGH)
  const set = findSetReports(reading)
  const kept = apart([
    ...set,
    ...withoutWhatLeadsTo(
      set,
      sure.map((report) => relayedBy(reading, report, weighed)),
    ),
  ])
  return withoutUntrue(kept).map(({ voice, ...report }) => ({
    ...report,
    confidence: Math.min(SUREST, calibrate(model, report.share * voice)),
  }))
}

/** What nouns and set phrases lead to is not weighed: the articles that were learned from seldom mark it. */
function findSetReports(reading: Reading): Weighed[] {
  const found: Weighed[] = []
  for (let at = 0; at < reading.frames.length; at += 1)
    for (const reports of [nounReports(reading, at), callReports(reading, at), phraseReports(reading, at)])
      for (const { frame, cue, spans } of reports)
        found.push({ frame, content: { cue, spans, lead: [], own: [] }, share: SET, voice: 1 })
  return found
}

/** "Lund denied that Carr had told her …": what Carr had told her nobody says. `reports` are in the order of their starts. */
function withoutUntrue(reports: readonly Weighed[]): Weighed[] {
  let denied: Weighed[] = []
  return reports.filter((report) => {
    const { start } = hull(report)
    denied = denied.filter((outer) => hull(outer).end > start)
    const { frame, content } = report
    const isUntrue =
      content.cue.verb !== null &&
      denied.some(
        (outer) =>
          outer.frame === frame && outer.content.cue.first < content.cue.first && contains(hull(outer), hull(report)),
      )
    if (DENIES.has(content.cue.verb?.lemma ?? '')) denied.push(report)
    return !isUntrue
  })
}

const DENIES: ReadonlySet<string> = new Set(['deny', 'refute', 'rebut'])

/** As sure as a report that the weights are sure of. */
const SET = 0.9

/** "repeated his claim that …": what is claimed, and not "his claim that" with it, by the same speaker. */
function withoutWhatLeadsTo(set: readonly Weighed[], reports: readonly Weighed[]): readonly Weighed[] {
  const inOrder = set.toSorted((a, b) => hull(a).start - hull(b).start)
  return reports.filter((report) => {
    const { start, end } = hull(report)
    if (report.content.cue.verb?.lemma === 'deny') return true
    for (
      let at = lowerBound(inOrder.length, (one) => hull(inOrder[one]!).start < start);
      at < inOrder.length;
      at += 1
    ) {
      const one = inOrder[at]!
      if (hull(one).start >= end) return true
      const isSame = one.frame === report.frame && one.content.cue.mention.head === report.content.cue.mention.head
      if (isSame && contains(hull(report), hull(one))) return false
    }
    return true
  })
}

/** What one cue may report, each with its share; that of nothing is null where the grammar settles that something is. */
export interface WeighedContents {
  readonly contents: readonly Content[]
  readonly nothing: number | null
  readonly chances: readonly number[]
}

export function weighContents(
  reading: Reading,
  model: Model,
  { frame, contents, none }: ReportedChoice,
): WeighedContents {
  const certain = settled(reading, reading.frames[frame]!, contents)
  if (certain.length > 0) return { contents: certain, nothing: null, chances: shares(scoresOf(model, certain, [])) }
  const chances = shares(scoresOf(model, contents, [score(model, none)]))
  const nothing = chances.shift()!
  return { contents, nothing, chances }
}

/** The content that is taken, or null where none is sure enough. */
export function takenOf({ contents, chances }: WeighedContents): Content | null {
  const { content, share } = likeliest(contents, chances)
  return share >= SURE_ENOUGH ? content : null
}

/**
 * Of all that may be meant, each by its chance, the content that gains most: so much for covering mostly the same words
 * as another, and the rest by how many. Of two ends that are equally likely neither is lost. Its share is the most
 * that contents which cover the same words have together. This is the choice of least expected loss (minimum Bayes
 * risk: Kumar and Byrne, HLT-NAACL 2004). See docs/decisions/0136.
 */
function likeliest(contents: readonly Content[], chances: readonly number[]): Pick<Report, 'content' | 'share'> {
  let content = contents[0]!
  let share = 0
  let most = 0
  let own = 0
  for (let index = 0; index < contents.length; index += 1) {
    const one = contents[index]!
    let gain = 0
    let together = 0
    for (let at = 0; at < contents.length; at += 1) {
      const likeness = likenessOf(one, contents[at]!)
      if (likeness < ALIKE) continue
      gain += chances[at]! * (COVERED + likeness)
      together += chances[at]!
    }
    share = Math.max(share, together)
    // The same words by another speaker gain as much; the likelier speaks.
    if (gain < most - 1e-9 || (gain < most + 1e-9 && chances[index]! <= own)) continue
    content = one
    most = gain
    own = chances[index]!
  }
  return { content, share }
}

function voiceOf({ cue: { mention } }: Content, contents: readonly Content[], chances: readonly number[]): number {
  let own = 0
  let all = 0
  for (const [at, { cue }] of contents.entries()) {
    all += chances[at]!
    if (cue.mention.first <= mention.last && mention.first <= cue.mention.last) own += chances[at]!
  }
  return own / all
}

/** From this share of words in common on two contents mean one report. */
const ALIKE = 0.5
/** What it is worth to mean the right report, where every word right is worth 1. */
const COVERED = 0.5

/** Share of words in common, 0 where one is in several pieces and the other is not: the least of its pieces. */
function likenessOf(a: Content, b: Content): number {
  if (a === b) return 1
  if (a.spans.length !== b.spans.length) return 0
  let least = 1
  for (let at = 0; at < a.spans.length; at += 1) least = Math.min(least, likeness(a.spans[at]!, b.spans[at]!))
  return least
}

function likeness(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

/** Puts the score of each content behind those given. Contents of one lead share its part of the score. */
function scoresOf(model: Model, contents: readonly Content[], scores: number[]): readonly number[] {
  let lead: readonly number[] | null = null
  let base = 0
  for (const content of contents) {
    if (content.lead !== lead) {
      lead = content.lead
      base = score(model, lead)
    }
    scores.push(base + score(model, content.own))
  }
  return scores
}

/** No report reaches further from its cue, in items of the frame. */
const NEAR = 2 * LONGEST

/** `weighed` is in the order of the cues. "Reuters reported that Lund said …", "…, Lund said, Reuters reported": the words are Lund’s, and only passed on. */
function relayedBy(reading: Reading, report: Weighed, weighed: readonly Weighed[]): Weighed {
  if (!isOutlet(reading, report)) return report
  const outer = hull(report)
  const { frame } = report
  const { first } = report.content.cue
  const isBefore = ({ frame: own, content: { cue } }: Weighed) =>
    own < frame || (own === frame && cue.first < first - NEAR)
  for (let at = lowerBound(weighed.length, (one) => isBefore(weighed[one]!)); at < weighed.length; at += 1) {
    const inner = weighed[at]!
    if (inner.frame !== frame || inner.content.cue.first > first + NEAR) break
    if (isOutlet(reading, inner)) continue
    const { start, end } = hull(inner)
    const speaker = reading.words.tokens[inner.content.cue.mention.head]!
    if (contains(outer, { start, end }) && contains(outer, speaker) && 2 * (end - start) >= outer.end - outer.start)
      return { ...inner, share: Math.max(inner.share, report.share) }
  }
  return report
}

/** Named bodies and papers, not people: a pronoun or a role may be anybody. */
function isOutlet({ words }: Reading, { content: { cue } }: Weighed): boolean {
  const { kind, head, name } = cue.mention
  if (kind === 'name') return words.names[name!]!.kind !== 'person'
  return kind === 'nominal' && (words.tokens[head]!.tags & (TAG.body | TAG.report | TAG.work)) !== 0
}

const hull = ({ content: { spans } }: Weighed): Span => ({ start: spans[0]!.start, end: spans.at(-1)!.end })

function apart(reports: readonly Weighed[]): Weighed[] {
  const byStart = [...reports].sort((a, b) => hull(a).start - hull(b).start || hull(b).end - hull(a).end)
  const kept: Weighed[] = []
  for (const report of byStart) {
    const last = kept.at(-1)
    if (last !== undefined && overlaps(hull(last), hull(report)) && !contains(hull(last), hull(report))) {
      if (last.share >= report.share) continue
      kept.pop()
    }
    const before = kept.at(-1)
    if (before !== undefined && hull(before).start === hull(report).start && hull(before).end === hull(report).end)
      continue
    kept.push(report)
  }
  return kept
}
