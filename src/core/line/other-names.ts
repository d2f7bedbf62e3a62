/** What people and other programs call a command. */
export const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ...(['subscribe', 'schedule', 'remind'] as const).map((word) => [word, 'digest add'] as const),
  ['unsubscribe', 'digest remove'],
  ['digests', 'digest list'],
  ['sources', 'source list'],
  ...(['feed', 'feeds', 'rss'] as const).map((word) => [word, 'source add'] as const),
  ...(['news', 'latest', 'headlines', 'today', 'story', 'stories', 'article', 'articles', 'top'] as const).map(
    (word) => [word, 'brief'] as const,
  ),
  ...(['find', 'grep', 'query', 'look'] as const).map((word) => [word, 'search'] as const),
  ...(['people', 'speakers', 'voices', 'who'] as const).map((word) => [word, 'experts'] as const),
  ...(['numbers', 'stats', 'statistics', 'data'] as const).map((word) => [word, 'figures'] as const),
  ...(['said', 'say', 'quotation', 'quotations'] as const).map((word) => [word, 'quote'] as const),
  ...(['vs', 'versus'] as const).map((word) => [word, 'compare'] as const),
])

/** And a subcommand: `digest delete`. */
export const OTHER_SUBCOMMANDS: ReadonlyMap<string, string> = new Map([
  ...(['delete', 'del', 'rm', 'cancel', 'unsubscribe'] as const).map((word) => [word, 'remove'] as const),
  ...(['create', 'new', 'set', 'subscribe'] as const).map((word) => [word, 'add'] as const),
  ...(['show', 'ls', 'status', 'all'] as const).map((word) => [word, 'list'] as const),
  ...(['stop', 'mute', 'off'] as const).map((word) => [word, 'pause'] as const),
  ...(['start', 'unpause', 'on'] as const).map((word) => [word, 'resume'] as const),
  ...(['change', 'update', 'modify'] as const).map((word) => [word, 'edit'] as const),
  ...(['send', 'run'] as const).map((word) => [word, 'now'] as const),
  ...(['check', 'try'] as const).map((word) => [word, 'test'] as const),
])
