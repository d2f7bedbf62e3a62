import type { Mention } from '../grammar/mentions.ts'
import type { Attribution } from './attribution.ts'

/** Who passes words on, unless they are their own: "Lund said she told him “…”". */
export const throughOf = (mention: Mention, by: number | null, speaker: number | null): Pick<Attribution, 'through'> =>
  by !== null && by === speaker ? {} : { through: { speaker: by, mention } }
