import type { QuoteKind } from '../analysis.ts'
import type { Expert } from '../ports/library.ts'

/** What each kind is called where there is room for a word or two; also what `/quote kind:` takes. */
export const KIND_NAMES: Readonly<Record<QuoteKind, string>> = {
  direct: 'direct',
  mixed: 'in part',
  indirect: 'reported',
}

const KINDS: readonly QuoteKind[] = ['direct', 'mixed', 'indirect']

/** "3 direct, 1 in part, 2 reported; 1 unclear". */
export function kindsCounted({ kinds, unsure }: Pick<Expert, 'kinds' | 'unsure'>): string {
  const counts = KINDS.filter((kind) => kinds[kind] > 0).map((kind) => `${kinds[kind]} ${KIND_NAMES[kind]}`)
  return [counts.join(', '), ...(unsure > 0 ? [`${unsure} unclear`] : [])].join('; ')
}
