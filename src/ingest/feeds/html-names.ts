/** HTML's elements, old ones too: only these are markup in a title. `List<String>` and `<redacted>` are words. */
const NAMES = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button ' +
    'canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset ' +
    'figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins isindex ' +
    'kbd keygen label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol optgroup ' +
    'option output p param picture pre progress q rp rt ruby s samp script section select small source span spacer strike strong ' +
    'style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
)
const BLOCKS =
  /^(?:address|article|blockquote|br|center|dd|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|pre|section|table|td|th|tr|ul)$/i

export const isHtmlName = (name: string): boolean => NAMES.has(name.toLowerCase())
/** Whether words on its two sides are parted on a page. */
export const isBlock = (name: string): boolean => BLOCKS.test(name)
