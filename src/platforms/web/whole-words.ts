import { html, type Markup } from './escape.ts'

/**
 * Words of a search with what must not occur kept in one piece: at the end of a narrow line `-budget` would leave its
 * dash behind, and say the opposite. One that may be longer than a line is broken where it must be.
 */
export const wholeWords = (words: string): Markup =>
  html`${words
    .split(/((?<=^|\s)-\S{1,24}(?!\S))/)
    .map((part, at) => (at % 2 === 1 ? html`<span class="whole">${part}</span>` : html`${part}`))}`
