import { createHash } from 'node:crypto'

/** What makes a publication one publication. `published` only where the file states it. */
export interface Identity {
  readonly url?: string | undefined
  readonly outlet: string
  readonly title: string
  readonly published?: Date | undefined
}

/** 64 bits in hexadecimal: short enough for a button, and of 10,000 articles two collide once in 10^11 libraries. */
export function articleId({ url, outlet, title, published }: Identity): string {
  const parts = url === undefined ? [outlet, title, published?.toISOString() ?? ''] : [withoutFragment(url)]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}

function withoutFragment(url: string): string {
  const parsed = new URL(url)
  parsed.hash = ''
  return parsed.href
}
