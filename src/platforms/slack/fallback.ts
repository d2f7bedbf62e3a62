import type { types } from '@slack/bolt'
import { escapeText } from './escape.ts'

/**
 * A message's blocks as plain words, for notifications, for screen readers (which read this and not the
 * blocks), and for the day Slack refuses the blocks. Escaped, so that it cannot ping either.
 */
export function fallbackText(blocks: readonly types.KnownBlock[]): string {
  return escapeText(
    blocks
      .map(wordsOf)
      .filter((words) => words.trim() !== '')
      .join('\n'),
  )
}

function wordsOf(block: types.KnownBlock): string {
  switch (block.type) {
    case 'header':
      return block.text.text
    case 'rich_text':
      return block.elements.map((part) => ('elements' in part ? part.elements.map(wordsIn).join('') : '')).join('\n')
    case 'image':
      return block.alt_text
    case 'actions':
      return block.elements
        .map((element) => (element.type === 'button' ? `[${element.text.text}]` : ''))
        .filter((label) => label !== '')
        .join(' ')
    default:
      return ''
  }
}

function wordsIn(element: types.RichTextElement | types.RichTextSection): string {
  switch (element.type) {
    case 'text':
      return element.text
    case 'link':
      return element.text ?? element.url
    case 'date':
      return element.fallback ?? ''
    default:
      return ''
  }
}
