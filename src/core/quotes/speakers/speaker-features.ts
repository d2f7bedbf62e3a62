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
  NUMBER,
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
  size: family('nobody size capital ending', SIZE, YES, ENDING),
  capital: family('nobody capital ending', YES, ENDING),
  lead: family('nobody lead', LEAD),
  leadSize: family('nobody lead size', LEAD, SIZE),
  trail: family('nobody trail ending', TRAIL, ENDING),
  leadTrail: family('nobody lead trail', LEAD, TRAIL),
  start: family('nobody start size', START, SIZE),
  startTrail: family('nobody start trail', START, TRAIL),
  marks: family('nobody marks size', MARKS, SIZE),
  titled: family('nobody titled size', TITLED, SIZE),
  titledLead: family('nobody titled lead', TITLED, LEAD),
  clause: family('nobody clause size', YES, SIZE),
  closed: family('nobody closed', YES),
  alone: family('nobody alone', YES),
  cues: family('nobody cues ending', COUNT, ENDING),
}

/** By a cue of the same frame. */
export const byCue = {
  any: family('cue'),
  shape: family('cue side kind shape', SIDE, CUE, SHAPE),
  shapeDistance: family('cue side shape distance', SIDE, SHAPE, DISTANCE),
  gap: family('cue side gap', SIDE, GAP),
  gapSense: family('cue side gap sense', SIDE, GAP, SENSE),
  sense: family('cue sense', SENSE),
  form: family('cue side sense form', SIDE, SENSE, FORM),
  rank: family('cue side rank', SIDE, COUNT),
  /** Whether a clause of its own ("…, who called it “…”") stands between. */
  inner: family('cue side rank relative between', SIDE, COUNT, YES),
  /** How the cue nearest to the span reports, where another stands further off. */
  over: family('cue side over sense relative', SIDE, SENSE, YES),
  rankSense: family('cue side rank sense', SIDE, COUNT, SENSE),
  /** The word behind a cue that stands in front: "answering Lund, who …" has its object there. */
  next: family('cue next sense', START, SENSE),
  nextRank: family('cue next rank', START, COUNT),
  rankShape: family('cue side rank shape', SIDE, COUNT, SHAPE),
  head: family('cue head', HEAD),
  headShape: family('cue head shape', HEAD, SHAPE),
  number: family('cue number', NUMBER),
  passive: family('cue passive sense', SENSE),
  quotes: family('cue side quotes between', SIDE, COUNT),
  size: family('cue side size distance', SIDE, SIZE, DISTANCE),
  lead: family('cue side lead sense', SIDE, LEAD, SENSE),
}

/** By a cue of the frame before or behind. */
export const byNeighbour = {
  any: family('neighbour side', SIDE),
  edge: family('neighbour side distance alone', SIDE, DISTANCE, YES),
  where: family('neighbour side colon paragraph alone', SIDE, YES, YES, YES),
  quoting: family('neighbour side quoting alone', SIDE, YES, YES),
  sense: family('neighbour sense colon alone', SENSE, YES, YES),
  shape: family('neighbour side shape', SIDE, SHAPE),
  head: family('neighbour head', HEAD),
  size: family('neighbour size alone', SIZE, YES),
  rank: family('neighbour side rank', SIDE, COUNT),
}

/** By what its frame, or the frame before it, opens with. */
export const byOpener = {
  any: family('opener own', YES),
  gap: family('opener gap', GAP),
  head: family('opener own head', YES, HEAD),
  distance: family('opener distance', DISTANCE),
  size: family('opener own size', YES, SIZE),
  cues: family('opener own cues', YES, COUNT),
}

/** Whoever said the span before. */
const CARRIED = ['same frame', 'same paragraph', 'next paragraph', 'further'] as const
export const carried = {
  any: family('carried'),
  where: family('carried where alone', CARRIED, YES),
  frames: family('carried where frames', CARRIED, DISTANCE),
  size: family('carried size alone', SIZE, YES),
  gap: family('carried over gap', GAP),
  cues: family('carried where cues alone', CARRIED, COUNT, YES),
  ending: family('carried where ending', CARRIED, ENDING),
  starts: family('carried where starts paragraph', CARRIED, YES),
  again: family('carried again where', YES, CARRIED),
}
