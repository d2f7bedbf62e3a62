import type { QuoteKind } from '../analysis.ts'
import type { Expert } from '../ports/library.ts'

/** What each kind is called where there is room for a word or two; also what `/quote kind:` takes. */
export const KIND_NAMES: Readonly<Record<QuoteKind, string>> = {
  direct: 'direct',
  mixed: 'in part',
  indirect: 'reported',
  nested: 'nested',
}

const KINDS: readonly QuoteKind[] = ['direct', 'mixed', 'indirect', 'nested']

export const NO_KINDS: Expert['kinds'] = { direct: 0, mixed: 0, indirect: 0, nested: 0 }

export const allKinds = (kinds: Expert['kinds']): number => KINDS.reduce((sum, kind) => sum + kinds[kind], 0)

/** Of several together. */
export const addKinds = (a: Expert['kinds'], b: Expert['kinds']): Expert['kinds'] => ({
  direct: a.direct + b.direct,
  mixed: a.mixed + b.mixed,
  indirect: a.indirect + b.indirect,
  nested: a.nested + b.nested,
})

/** "3 direct, 1 in part, 2 reported, 1 nested; 1 unclear". */
export function kindsCounted({ kinds, unsure }: Pick<Expert, 'kinds' | 'unsure'>): string {
  const counts = KINDS.filter((kind) => kinds[kind] > 0).map((kind) => `${kinds[kind]} ${KIND_NAMES[kind]}`)
  return [counts.join(', '), ...(unsure > 0 ? [`${unsure} unclear`] : [])].join('; ')
}
