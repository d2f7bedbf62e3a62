import { readdir, readFile } from 'node:fs/promises'
import { extname } from 'node:path'

export interface Asset {
  readonly type: string
  readonly text: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** What is in `assets/`, read once at start: no path from a request ever reaches the disk. */
export async function readAssets(): Promise<ReadonlyMap<string, Asset>> {
  const folder = new URL('assets/', import.meta.url)
  const assets = new Map<string, Asset>()
  for (const name of await readdir(folder)) {
    const type = TYPES[extname(name)]
    if (type !== undefined) assets.set(name, { type, text: await readFile(new URL(name, folder), 'utf8') })
  }
  return assets
}
