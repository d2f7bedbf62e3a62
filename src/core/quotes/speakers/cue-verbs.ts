import type { VerbSense } from '../../lexicon.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import type { Mention } from '../grammar/mentions.ts'

/** Whether a cue's verb says something in one of these senses, of its own subject and in the past or with an s. */
export const speaksBy =
  (...senses: readonly VerbSense[]) =>
  ({ verb, passive }: Cue): boolean =>
    verb !== null && !passive && senses.some((sense) => verb.senses[sense]) && (verb.forms.past || verb.forms.s)

export const isSaying = speaksBy('say')
export const isTelling = speaksBy('say', 'state')
/** Verbs that take their words as an object too: "called it “thin”", "predicted a “long winter”". */
export const isWording = speaksBy('say', 'state', 'ask', 'voice', 'describe')
/** In any form: "did not call". */
export const isUttered = ({ verb, passive }: Cue): boolean =>
  verb !== null && !passive && (verb.senses.say || verb.senses.describe)
export const isCalling = speaksBy('describe')
export const isSpeaking = speaksBy('say', 'state', 'respond', 'ask', 'voice', 'write')

/** Verbs of who was spoken to. */
export const RESPONDS = /^(?:answer|reply|respond|retort|counter)$/

/** Whether a mention has one of these verbs in its sentence. */
export const isCueBy = ({ cues }: Reading, frame: number, { head }: Mention, lemmas: RegExp): boolean =>
  cues[frame]!.some(({ mention, verb }) => mention.head === head && lemmas.test(verb?.lemma ?? ''))
