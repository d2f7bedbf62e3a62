import { createSpace, LEMMA } from './feature-space.ts'
import { HEAD, NUMBER, SENSE, SHAPE, YES } from './traits.ts'

/** All that can be true of "this cue reports that"; content/models/reported.json has the weights. */
export const REPORTED_SPACE = createSpace()
const { family } = REPORTED_SPACE

const WHERE = ['before', 'after'] as const
const LENGTH = ['3-4', '5-8', '9-16', '17-32', '33 or more'] as const
export const lengthOf = (items: number): number =>
  items <= 4 ? 0 : items <= 8 ? 1 : items <= 16 ? 2 : items <= 32 ? 3 : 4

/** The word that a content begins with. */
export const START = [
  'name',
  'mark',
  'number',
  'to',
  'if',
  'whether',
  'that',
  'pronoun',
  'subordinator',
  'determiner',
  'preposition',
  'conjunction',
  'auxiliary',
  'object',
  'ing',
  'plural',
  'word',
  'quote',
] as const

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
const THAT = ['none', 'at once', 'near', 'far'] as const
export const PARTICLE = ['none', 'for', 'on', 'of', 'about', 'against', 'out', 'to', 'as', 'over', 'with'] as const
/** How it was cut out of its sentence. */
const CUT = [
  'whole',
  'cut',
  'in front of an ending cue',
  'in front of a cue inside',
  'in front without comma',
  'behind a comma',
] as const

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
  that: family('distance of that', THAT),
  particle: family('particle', PARTICLE),
  particleSense: family('particle sense', PARTICLE, SENSE),
  listener: family('listener that', YES, YES),
  comma: family('comma sense', YES, SENSE),
  cut: family('cut', CUT),
  clause: family('has a finite verb that', YES, YES),
  second: family('second word', START),
}
