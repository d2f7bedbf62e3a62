import { createSpace, LEMMA } from '../feature-space.ts'
import { START } from '../start.ts'
import { DISTANCE, GAP, HEAD, NUMBER, SENSE, SHAPE, TRAIL, YES } from '../traits.ts'

/** All that can be true of "this cue reports that"; content/models/reported.json has the weights. */
export const REPORTED_SPACE = createSpace()
const { family } = REPORTED_SPACE

const WHERE = ['before', 'after', 'around', 'split'] as const
export const PLACE = { before: 0, after: 1, around: 2, split: 3 } as const
const numbered = <const Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> =>
  Object.fromEntries(names.map((name, at) => [name, at])) as Record<Name, number>

/** The mark that ends a clause, and what goes on behind it; both together are a boundary. */
const BOUND_NAMES = ['none', 'comma', 'colon', 'dash', 'bracket'] as const
const NEXT_NAMES = [
  'cue',
  'that',
  'and that',
  'and verb',
  'and clause',
  'and other',
  'but',
  'ing',
  'relative',
  'subordinator',
  'preposition',
  'adverb',
  'name',
  'pronoun',
  'determiner',
  'quote',
  'number',
  'verb',
  'other',
] as const
export const BOUND = numbered(BOUND_NAMES)
export const NEXT = numbered(NEXT_NAMES)
const BOUNDARY = ['edge', ...BOUND_NAMES.flatMap((bound) => NEXT_NAMES.map((next) => `${bound} ${next}`))]
/** 0 is the edge of the sentence. */
export const boundaryOf = (bound: number, next: number): number => 1 + bound * NEXT_NAMES.length + next

/** How a content is led to. */
const WAY_NAMES = [
  'plain',
  'that',
  'particle',
  'listener',
  'phrase',
  'colon',
  'comma',
  'second comma',
  'third comma',
] as const
export const WAY = numbered(WAY_NAMES)
/** What stands in front of the clause that the cue belongs to. */
const AHEAD_NAMES = [
  'edge',
  'comma',
  'mark',
  'quote',
  'conjunction',
  'subordinator',
  'relative',
  'preposition',
  'verb',
  'word',
] as const
export const AHEAD = numbered(AHEAD_NAMES)
const LOOKS_NAMES = [
  'determined',
  'no noun',
  'number',
  'role',
  'determiner',
  'past',
  'ing',
  'adverb',
  'capital',
  'word',
  'other',
] as const
/** Whether a content has a finite verb or an infinitive, or begins with a participle. */
const CLAUSE_NAMES = ['none', 'finite', 'to', 'ing'] as const
export const CLAUSE = numbered(CLAUSE_NAMES)
export const LOOKS = numbered(LOOKS_NAMES)
const RANK = ['edge', 'first', 'second', 'third', 'later'] as const
export const rankOf = (edge: number, passed: number): number => (edge === 0 ? 0 : Math.min(4, 1 + passed))

const LENGTH = ['3-4', '5-8', '9-16', '17-32', '33 or more'] as const
export const lengthOf = (items: number): number =>
  items <= 4 ? 0 : items <= 8 ? 1 : items <= 16 ? 2 : items <= 32 ? 3 : 4

export const AUXILIARY = [
  'none',
  'to',
  'not',
  'has',
  'had',
  'have',
  'is',
  'was',
  'will',
  'would',
  'other',
  'adverb',
] as const
const THAT_NAMES = ['none', 'at once', 'reached', 'near', 'far'] as const
export const THAT = numbered(THAT_NAMES)
export const PARTICLE = ['none', 'for', 'on', 'of', 'about', 'against', 'out', 'to', 'as', 'over', 'with'] as const

export const nothing = {
  any: family('nothing'),
  lemma: family('nothing verb', LEMMA),
  sense: family('nothing sense', SENSE),
}

export const reports = {
  where: family('where', WHERE),
  lemma: family('verb where', LEMMA, WHERE),
  lemmaThat: family('verb that', LEMMA, YES),
  sense: family('sense where that', SENSE, WHERE, YES),
  senses: family('any sense where that', SENSE, WHERE, YES),
  start: family('starts where that', START, WHERE, YES),
  senseStart: family('sense starts that', SENSE, START, YES),
  shape: family('shape where', SHAPE, WHERE),
  number: family('number shape', NUMBER, SHAPE),
  form: family('form sense where', ['none', 'past', 's', 'ing', 'base'], SENSE, WHERE),
  length: family('length where', LENGTH, WHERE),
  quoting: family('quoting where', YES, WHERE),
  quotingLength: family('quoting length', YES, LENGTH),
  head: family('head', HEAD),
  headSense: family('head sense', HEAD, SENSE),
  passive: family('passive sense', YES, SENSE),
  auxiliary: family('auxiliary', AUXILIARY),
  auxiliarySense: family('auxiliary sense', AUXILIARY, SENSE),
  that: family('distance of that', THAT_NAMES),
  particle: family('particle', PARTICLE),
  particleSense: family('particle sense', PARTICLE, SENSE),
  listener: family('listener that', YES, YES),
  comma: family('comma sense', YES, SENSE),
  way: family('way sense', WAY_NAMES, SENSE),
  wayStart: family('way starts', WAY_NAMES, START),
  ahead: family('ahead where', AHEAD_NAMES, WHERE),
  aheadSense: family('ahead sense', AHEAD_NAMES, SENSE),
  behind: family('behind where', TRAIL, WHERE),
  gap: family('gap shape', DISTANCE, SHAPE),
  behindSense: family('behind sense', TRAIL, SENSE),
  clauseSense: family('clause sense that', CLAUSE_NAMES, SENSE, THAT_NAMES),
  between: family('between shape', GAP, SHAPE),
  crossed: family('crosses a finite verb shape', YES, SHAPE),
  looks: family('head looks shape', LOOKS_NAMES, SHAPE),
  headline: family('headline where', YES, WHERE),
  stop: family('stops at that', BOUNDARY, YES),
  stopClause: family('stops at clause', BOUNDARY, CLAUSE_NAMES),
  pass: family('passes that', BOUNDARY, YES),
  opens: family('opens at', BOUNDARY),
  passBack: family('passes back', BOUNDARY),
  rank: family('rank where', RANK, WHERE),
  last: family('last word', START),
  parts: family('parts with a finite verb', YES, YES),
  partStart: family('second part starts', START, YES),
  partLength: family('front length', LENGTH, YES),
  clause: family('clause that where', CLAUSE_NAMES, YES, WHERE),
  second: family('second word', START),
}
