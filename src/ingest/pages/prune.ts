import { type PageDocument, type PageElement, TEXT, wordsOf } from './dom.ts'
import { namesOf } from './names.ts'

/** Never part of an article's words, whatever they are called. */
const NEVER =
  'nav, aside, figcaption, button, dialog, form, input, select, textarea, svg, canvas, object, embed, audio, video'
const HIDDEN =
  '[hidden], [style*="display:none"], [style*="display: none"], [role="navigation"], [role="dialog"], [role="alert"]'

/** Words by which pages name what stands beside an article. */
const BESIDE = new Set(
  (
    'ad ads advert advertisement advertising banner bio breadcrumb breadcrumbs byline caption captions carousel comment comments ' +
    'cookie cookies copyright copyrights credit credits cta dateline dek disclaimer disqus feedback galleries gallery gdpr hashtags ' +
    'headlinelist hidden keywords lightbox linklist login masthead menu meta metadata navigation newsletter newsletters nextprev ' +
    'noprint outbrain paging pagination paywall popover popup postinfo prevnext promo promos promotion rail readmore recirc ' +
    'recirculation recommend recommendation recommendations recommended related rollover share sharebar sharedaddy shares sharing ' +
    'sidebar signin signup skip skiplink skiplinks slideshow social sponsor sponsored standfirst subheadline subscribe subscription subscriptions subtitle ' +
    'taboola tag tags tagged teaser teasers timestamp toolbar tooltip trending visuallyhidden widget widgets'
  ).split(' '),
)
/** The same in two words that stand together. */
const BESIDE_TOGETHER =
  /\b(?:read (?:more|next|time)|sr only|screen reader|sub (?:headline|title)|author (?:bio|box|info|card|gear)|link list|headline list|most (?:read|popular|viewed)|up next|print header|print block|breaking now|d none|slide count|caption ?link|story (?:date|dates|time))\b/
/** Share of a page's words; what holds more of them holds the article, whatever it is called. */
const MOST = 0.3

/** Takes away what stands beside an article before anybody looks for the article. */
export function prune(document: PageDocument): void {
  const body = document.body
  if (body === null) return
  for (const element of document.querySelectorAll('script, style, noscript, template')) element.remove()
  unframePosts(body)
  // A page that calls its main column a widget is still read.
  let left = proseOf(body)
  const takeAway = (element: PageElement): void => {
    const prose = proseOf(element)
    if (prose > MOST * left) return
    left -= prose
    element.remove()
  }
  for (const element of [...document.querySelectorAll(NEVER), ...document.querySelectorAll(HIDDEN)]) {
    takeAway(element)
  }
  for (const element of body.querySelectorAll('[class], [id], [rel], [itemprop], [role], [style]')) {
    if (element === body || !body.contains(element)) continue
    if (isWithinSentence(element)) unname(element)
    else if (isTrigger(element)) {
      unname(element)
      if (element.firstElementChild !== null) unname(element.firstElementChild)
    } else if (isBeside(element) || isOfPicture(element)) takeAway(element)
  }
}

/** Readability goes by names too, and would take a span called "share-highlight" out of the middle of a quote. */
function unname(element: PageElement): void {
  for (const name of ['class', 'id', 'style', 'rel', 'itemprop', 'role', 'hidden', 'aria-hidden'])
    element.removeAttribute(name)
}

const LONGEST_CAPTION = 400
/** In characters. */
const LEAST_POST = 40

/** A box around a picture holds what is said of the picture. */
const isOfPicture = (element: PageElement): boolean =>
  namesOf(element).some((name) => /^(?:image|img|photo|picture)s?$/.test(name)) &&
  wordsOf(element).length < LONGEST_CAPTION

const INLINE = 'a, abbr, b, bdi, cite, code, data, dfn, em, font, i, mark, q, s, small, span, strong, sub, sup, time, u'
const SHOWN_ON_HOVER = /^(?:rollover|tooltip|popover|popup|hidden|visuallyhidden)$/

/** No word may go missing from the middle of a sentence, or a quote would not be one. */
function isWithinSentence(element: PageElement): boolean {
  return element.matches(INLINE) && !namesOf(element).some((name) => SHOWN_ON_HOVER.test(name)) && isAmongWords(element)
}

function isAmongWords(element: PageElement): boolean {
  for (let node = element.parentNode?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (node.nodeType === TEXT && /\p{L}/u.test(node.textContent)) return true
  }
  return false
}

/** What shows a box when pointed at is a word of the sentence, and holds the box beside that word. */
const isTrigger = (element: PageElement): boolean =>
  element.matches(INLINE) && element.children.length > 1 && isAmongWords(element)

/**
 * Takes posts that an article shows out of the frames around them: those are called social, or are little but links, and
 * the words of the post would go with them. A quote that is set large beside the text is in the text already.
 */
function unframePosts(body: PageElement): void {
  for (const post of body.querySelectorAll('blockquote')) {
    const words = wordsOf(post).length
    if (words < LEAST_POST || isPulled(post)) continue
    let frame: PageElement = post
    for (let above = post.parentNode; above?.matches('div, figure'); above = above.parentNode) {
      if (wordsOf(above).length - words >= LEAST_POST || isPulled(above)) break
      frame = above
    }
    unname(post)
    if (frame !== post) frame.replaceWith(post)
  }
}

const isPulled = (element: PageElement): boolean => namesOf(element).some((name) => name.startsWith('pull'))

function isBeside(element: PageElement): boolean {
  const names = namesOf(element)
  return names.some((name) => BESIDE.has(name)) || BESIDE_TOGETHER.test(names.join(' '))
}

/** Characters that are no links: much the same as what there is to read. */
function proseOf(element: PageElement): number {
  let length = wordsOf(element).length
  for (const link of element.querySelectorAll('a')) length -= wordsOf(link).length
  return length
}
