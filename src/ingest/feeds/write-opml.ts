import type { SourceLink } from '../source.ts'
import { escapeMarkup } from './decode-entities.ts'

/** Characters that XML has no way to write. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

/** An OPML 2.0 file that every feed reader takes, and that `readOpml` reads back. Links other than feeds and sites have no place in it. */
export function writeOpml(list: readonly SourceLink[], title = 'Sources'): string {
  const outlines = list.map(outlineOf).filter((outline) => outline !== undefined)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${written(title)}</title></head>`,
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
}

const attribute = (name: string, value: string): string => ` ${name}="${written(value)}"`
const written = (text: string): string =>
  escapeMarkup(text.replace(UNWRITABLE, '')).replace(/[\r\n\t]/g, (space) => `&#${space.charCodeAt(0)};`)

function outlineOf(link: SourceLink): string | undefined {
  const name = attribute('text', link.title ?? link.url)
  switch (link.kind) {
    case 'feed':
      return `    <outline type="rss"${name}${attribute('xmlUrl', link.url)}/>`
    case 'site':
      return `    <outline type="link"${name}${attribute('url', link.url)}/>`
    case 'sitemap':
    case 'article':
      return undefined
  }
}
