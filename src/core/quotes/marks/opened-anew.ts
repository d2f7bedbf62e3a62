import type { Mark } from './marks.ts'

/**
 * For each double mark that opens behind a whole sentence, 1 where it opens a speech anew that another mark opened before:
 * “I came. “I saw,” he said. Paragraphs that were run together leave such marks. A speech inside a speech
 * has a closing mark of its own, and behind it the outer one's: there the next two both close.
 */
export function findOpenedAnew(text: string, marks: readonly Mark[]): Uint8Array {
  const anew = new Uint8Array(marks.length)
  let next: Mark | undefined
  let isNextAnew = false
  let second: Mark | undefined
  for (let position = marks.length - 1; position >= 0; position -= 1) {
    const mark = marks[position]!
    if (mark.style !== 'double') continue
    const isAlone = next !== undefined && onlyCloses(next) && !(second !== undefined && onlyCloses(second))
    isNextAnew = mark.opens && (isAlone || isNextAnew) && isBehindSentence(text, mark)
    anew[position] = isNextAnew ? 1 : 0
    second = next
    next = mark
  }
  return anew
}

const onlyCloses = ({ opens, closes }: Mark): boolean => closes && !opens

/** Behind a full stop and a blank. */
export const isBehindSentence = (text: string, { start }: Mark): boolean =>
  /[.!?…][”’"')]*\s+$/.test(text.slice(Math.max(0, start - 6), start))
