import { createSpace } from '../feature-space.ts'
import { START } from '../start.ts'
import {
  COUNT,
  CUE,
  DISTANCE,
  ENDING,
  FORM,
  GAP,
  HEAD,
  LEAD,
  MARKS,
  SENSE,
  SHAPE,
  SIDE,
  SIZE,
  TITLED,
  TRAIL,
  YES,
} from '../traits.ts'

/** All that can be true of an answer to "who says this?"; content/models/speaker.json has the weights. */
export const SPEAKER_SPACE = createSpace()
const { family } = SPEAKER_SPACE

/** Nobody says it: how the marked span itself looks. */
export const nobody = {
  any: family('nobody'),
  capital: family('nobody capital ending', YES, ENDING),
  trail: family('nobody trail ending', TRAIL, ENDING),
  leadSize: family('nobody lead size', LEAD, SIZE),
  leadTrail: family('nobody lead trail', LEAD, TRAIL),
  marks: family('nobody marks size', MARKS, SIZE),
  titled: family('nobody titled size', TITLED, SIZE),
  clause: family('nobody clause size', YES, SIZE),
  closed: family('nobody closed', YES),
  alone: family('nobody alone', YES),
}

/** By a cue of the same frame. */
export const byCue = {
  any: family('cue'),
  shape: family('cue side kind shape', SIDE, CUE, SHAPE),
  gap: family('cue side gap', SIDE, GAP),
  sense: family('cue sense', SENSE),
  form: family('cue side sense form', SIDE, SENSE, FORM),
  /** The word behind a cue that stands in front: "answering Lund, who …" has its object there. */
  next: family('cue next sense', START, SENSE),
  rankShape: family('cue side rank shape', SIDE, COUNT, SHAPE),
  head: family('cue head', HEAD),
  size: family('cue side size distance', SIDE, SIZE, DISTANCE),
}

/** By a cue of the frame before or behind. */
export const byNeighbour = {
  where: family('neighbour side colon paragraph alone', SIDE, YES, YES, YES),
  sense: family('neighbour sense colon alone', SENSE, YES, YES),
  head: family('neighbour head', HEAD),
}

/** By what its frame, or the frame before it, opens with. */
export const byOpener = {
  any: family('opener own', YES),
  head: family('opener own head', YES, HEAD),
  distance: family('opener distance', DISTANCE),
  size: family('opener own size', YES, SIZE),
}

/** Whoever said the span before. */
const CARRIED = ['same frame', 'same paragraph', 'next paragraph', 'further'] as const
export const carried = {
  frames: family('carried where frames', CARRIED, DISTANCE),
  gap: family('carried over gap', GAP),
  cues: family('carried where cues alone', CARRIED, COUNT, YES),
  ending: family('carried where ending', CARRIED, ENDING),
  starts: family('carried where starts paragraph', CARRIED, YES),
}
