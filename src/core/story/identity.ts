/** Parameters that say where a reader came from and never which article it is. */
const TRACKING =
  /^(?:utm_.*|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|__hs.*|hsctatracking|[gdwy]?clid|gclsrc|[gw]braid|fbclid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|_ga|_gl|oly_(?:anon|enc)_id|vero_(?:id|conv)|wt_?\.?(?:mc|zmc).*|at_(?:medium|campaign|custom\d|link.*|format|ptr_name|bbc_team)|cmpid|ito|icid|ncid|ocid|nsukey|ref_?src|ref_?url|referrer|spm|s_?cid|sr_share|smid|smtyp|smprod|share(?:token|d)?|taid|trk|trkcampaign|xtor|xt[nro]|ns_(?:campaign|mchannel|source|linkname|fee)|guccounter|guce_referrer(?:_sig)?|__twitter_impression|mbid|emc|partner_?id|ftag|soc_(?:src|trk)|tpcc|source=rss|output_?type|outputtype|amp|amp_.*|usqp|view_?amp|platform=amp)$/i
const CAME_FROM = /^(?:rss|twitter|facebook|newsletter|email|share|social|feed)\b/i
const IN_WORDS = /^[a-z_.:/-]*$/i
/** The same, but only with such values: elsewhere they may name an article. */
const TRACKING_VALUES: ReadonlyMap<string, RegExp> = new Map([
  ...['source', 'src', 'from'].map((name) => [name, CAME_FROM] as const),
  ...['ref', 'via', 'feature', 'partner', 'cmp', 'rss'].map((name) => [name, IN_WORDS] as const),
  ...['mode', 'type', 'output', 'platform', 'view'].map((name) => [name, /^amp(?:html)?$/i] as const),
])
/** First labels of a host that show the same pages to another screen. */
const TWIN_HOST = /^(?:www\d?|m|mobile|amp|wap|touch)\.(?=[^.]+\.)/
const INDEX_PAGE = /\/(?:index|default)\.(?:x?html?|php|aspx?|jsp)$/i
const AMP_CACHE = /^(?:[^.]+\.)?cdn\.ampproject\.org$/

/**
 * One key for all links to one article: scheme, default port, tracking parameters, AMP and mobile twins, index pages,
 * closing slashes and fragments are left out. A parameter that may name the article stays, in sorted order, so two
 * articles are never joined on doubt. Anything that is no web link is its own key.
 */
export function sameArticleKey(url: string): string {
  const link = readLink(url)
  if (link === undefined) return url.trim()
  const host = plainHost(link.hostname)
  const port = link.port === '' || link.port === '80' || link.port === '443' ? '' : `:${link.port}`
  const query = plainQuery(link.searchParams)
  return `${host}${port}${plainPath(link.pathname)}${query}${route(link.hash)}`
}

/** Links wrapped by an AMP cache or viewer are unwrapped: `…/amp/s/news.example/a`, `…ampproject.org/c/s/news.example/a`. */
function readLink(url: string): URL | undefined {
  const link = parse(url.trim())
  if (link === undefined) return undefined
  const wrapped = AMP_CACHE.test(link.hostname)
    ? /^\/(?:[acirv]\/)?(s\/)?([^/]+\.[^/]+.*)$/.exec(link.pathname)
    : /^(?:www\.)?google\.[a-z.]+$/.test(link.hostname)
      ? /^\/amp\/(s\/)?([^/]+\.[^/]+.*)$/.exec(link.pathname)
      : null
  if (wrapped === null) return link
  return parse(`https://${wrapped[2]}${link.search}`) ?? link
}

function parse(url: string): URL | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined
  return new URL(url)
}

function plainHost(host: string): string {
  const lower = host.replace(/\.$/, '')
  return /^[\d.]+$|^\[/.test(lower) ? lower : lower.replace(TWIN_HOST, '')
}

function plainPath(path: string): string {
  const plain = decodePlain(path)
    .replace(/\/{2,}/g, '/')
    .replace(INDEX_PAGE, '/')
    .replace(/\/amp(?:\.html)?\/?$/i, '/')
    .replace(/^\/amp(?=\/.)/i, '')
    .replace(/\.amp(?=\.html?$|\/?$)/i, '')
    .replace(/\/+$/, '')
  return plain
}

/** `%7E` and `~` are one path (RFC 3986, 6.2.2): escapes of unreserved characters are undone, all others in upper case. */
const decodePlain = (path: string): string =>
  path.replace(/%([0-9a-f]{2})/gi, (written, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16))
    return /[A-Za-z0-9._~-]/.test(character) ? character : written.toUpperCase()
  })

function plainQuery(query: URLSearchParams): string {
  const kept = [...query].filter(([name, value]) => !isTracking(name, value))
  if (kept.length === 0) return ''
  const written = kept.map(([name, value]) => `${encodeURIComponent(safe(name))}=${encodeURIComponent(safe(value))}`)
  return `?${written.sort().join('&')}`
}

const safe = (value: string): string => value.toWellFormed()

const isTracking = (name: string, value: string): boolean =>
  TRACKING.test(name) || (TRACKING_VALUES.get(name.toLowerCase())?.test(value) ?? false)

/** `#!/story/5` names a page on sites drawn in the browser; every other fragment is a place in the page. */
const route = (hash: string): string => (/^#!?\/./.test(hash) ? hash : '')
