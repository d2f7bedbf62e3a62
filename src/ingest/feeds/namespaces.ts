/**
 * The vocabularies read, each under one short name; '' is what feeds themselves are written in (RSS, Atom, RDF).
 * Addresses are compared in lower case, without scheme, `www.` and closing `/` or `#`, since feeds spell them freely.
 */
const SPACES: Readonly<Record<string, string>> = {
  'w3.org/2005/atom': '',
  'purl.org/atom/ns': '',
  'purl.org/atom': '',
  'purl.org/rss/1.0': '',
  'purl.org/net/rss1.1': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'backend.userland.com/rss': '',
  'backend.userland.com/rss2': '',
  'backend.userland.com/rss092': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'cyber.harvard.edu/rss': '',
  'cyber.law.harvard.edu/rss': '',
  'rssboard.org/rss-specification': '',
  'w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'w3.org/1999/xhtml': 'xhtml',
  'w3.org/xml/1998/namespace': 'xml',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'example.com/dtds/podcast-1.0.dtd': 'itunes',
  'search.yahoo.com/mrss': 'media',
  'podcastindex.org/namespace/1.0': 'podcast',
  'github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md': 'podcast',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'purl.org/syndication/thread/1.0': 'thr',
}

/** Prefixes that mean the same wherever they are used, for feeds that forget to declare them or misspell the address. */
const PREFIXES: Readonly<Record<string, string>> = {
  atom: '',
  a10: '',
  rss: '',
  rdf: 'rdf',
  xhtml: 'xhtml',
  xml: 'xml',
  dc: 'dc',
  dcterms: 'dcterms',
  content: 'content',
  sy: 'sy',
  itunes: 'itunes',
  media: 'media',
  podcast: 'podcast',
  feedburner: 'feedburner',
}

/** The short name of a declared address; undefined where it is none of ours. */
function spaceOf(address: string): string | undefined {
  const key = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[/#]+$/, '')
  return Object.hasOwn(SPACES, key) ? SPACES[key] : undefined
}

/** Where a prefix is not declared, or declared as something unknown. An unknown prefix stands for itself. */
const spaceOfPrefix = (prefix: string): string => (Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix]! : prefix)

/** The prefixes declared on one element, and what it stands in. A chain, since copies of long lists would fill the memory. */
export interface Scope {
  readonly declared: ReadonlyMap<string, string>
  readonly outer: Scope | undefined
  /** What was looked up here before, so that no lookup climbs hundreds of levels twice. */
  readonly known: Map<string, string | undefined>
}

/** The short name for a prefix where `scope` holds; '' is the prefix of elements without one. */
export function resolveSpace(prefix: string, scope: Scope | undefined): string {
  const address = addressOf(prefix, scope)
  const space = address === undefined ? undefined : spaceOf(address)
  return space ?? (prefix === '' ? unknownDefault(address) : spaceOfPrefix(prefix))
}

function addressOf(prefix: string, scope: Scope | undefined): string | undefined {
  if (scope === undefined) return undefined
  if (scope.known.has(prefix)) return scope.known.get(prefix)
  const address = scope.declared.get(prefix) ?? addressOf(prefix, scope.outer)
  scope.known.set(prefix, address)
  return address
}

/** A default vocabulary that nobody knows is a feed's own misspelt one at the root, and a foreign one (SVG, MathML) inside. */
const unknownDefault = (address: string | undefined): string =>
  /svg|mathml|xlink/i.test(address ?? '') ? 'foreign' : ''
