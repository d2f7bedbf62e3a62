import { readFile } from 'node:fs/promises'

export interface Asset {
  readonly type: string
  readonly text: string
}

const TYPES = {
  'page.css': 'text/css; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'suggest.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const

/** Read once at start: no path from a request ever reaches the disk. */
export async function readAssets(): Promise<ReadonlyMap<string, Asset>> {
  const read = Object.entries(TYPES).map(
    async ([name, type]) =>
      [name, { type, text: await readFile(new URL(`assets/${name}`, import.meta.url), 'utf8') }] as const,
  )
  return new Map(await Promise.all(read))
}
