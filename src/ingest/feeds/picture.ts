import type { Index } from './element-index.ts'
import { indexOf } from './element-index.ts'
import { elementsOf } from './element-text.ts'
import { resolveLink } from './links.ts'
import type { Element } from './read-tree.ts'

/** The largest picture that the item names as its own: media, iTunes, or an enclosure. Pictures inside its text are not looked for. */
export function pictureOf(index: Index): string | undefined {
  const media = [index, ...index.all('media:group').map(indexOf)]
  const pictures = media.flatMap((part) => part.all('media:content')).filter(isPicture)
  const within = media
    .flatMap((part) => part.all('media:content'))
    .flatMap((content) => elementsOf(content).filter(({ name }) => name === 'thumbnail'))
  const thumbnails = [...media.flatMap((part) => part.all('media:thumbnail')), ...within]
  const enclosed = [
    ...index.all('enclosure'),
    ...index.all('link').filter((link) => link.attributes.get('rel') === 'enclosure'),
  ].filter(isPicture)
  const [largest] = [pictures, thumbnails, index.all('itunes:image'), enclosed]
    .map(widest)
    .filter((found) => found !== undefined)
  if (largest === undefined) return undefined
  return resolveLink(largest.attributes.get('url') ?? largest.attributes.get('href'), largest.base)
}

const isPicture = ({ attributes }: Element): boolean =>
  attributes.get('medium') === 'image' ||
  /^image\//i.test(attributes.get('type') ?? '') ||
  (!attributes.has('type') &&
    !attributes.has('medium') &&
    /\.(?:jpe?g|png|webp|avif|gif)(?:\?|$)/i.test(attributes.get('url') ?? ''))

const widest = (found: readonly Element[]): Element | undefined =>
  found.toSorted((one, other) => width(other) - width(one))[0]

const width = ({ attributes }: Element): number => Number.parseInt(attributes.get('width') ?? '0', 10) || 0
