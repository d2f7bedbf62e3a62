import { expect, it } from 'vitest'
import { credit } from '#core/credit.ts'
import { article } from '../fakes/newsroom.ts'

const published = new Date('2026-03-02T12:00:00Z')

it('says of a date that nobody gave that it is estimated', () => {
  const own = article('Words.', { published, sample: false })
  expect(credit(own).join('')).toContain('2 March 2026')
  expect(credit(own).join('')).not.toContain('estimated')
  expect(credit({ ...own, publishedEstimated: true }).join('')).toContain('2 March 2026 (date estimated)')
})

it('says of an excerpt that it is one', () => {
  const own = article('Words.', { sample: false, excerpt: true })
  expect(JSON.stringify(credit(own))).toContain('only its quotes are kept')
})
