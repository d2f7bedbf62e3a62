/** The three characters that Slack reads as markup in a message's `text`: docs.slack.dev/messaging/formatting-message-text */
export const escapeText = (literal: string): string =>
  literal.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * What a person typed, from what Slack makes of it: its links, mentions and entities are taken back, and
 * the quote marks that a keyboard made curly are straight again, so that a line parses as it was meant.
 */
export function typedText(received: string): string {
  return received
    .replace(/<([^<>]*)>/g, (_, inside: string) => undo(inside))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[“”„]/g, '"')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim()
}

/** The inside of `<…>`: `@U1|ann`, `#C1|news`, `!here`, `https://example.com/a|example.com/a`. */
function undo(inside: string): string {
  const bar = inside.indexOf('|')
  const target = bar < 0 ? inside : inside.slice(0, bar)
  const label = bar < 0 ? '' : inside.slice(bar + 1)
  switch (target[0]) {
    case '@':
    case '#':
      return `${target[0]}${label || target.slice(1)}`
    case '!':
      return label || `@${target.slice(1).replace(/^subteam\^/, '')}`
    default:
      // Slack turns a bare `example.com` into a link of its own; a link is otherwise wanted as a link.
      return label !== '' &&
        target.endsWith(label) &&
        !/^https?:/.test(label) &&
        /^(mailto:|https?:\/\/)[^/]*$/.test(target)
        ? label
        : target
  }
}
