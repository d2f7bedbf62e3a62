import { rmSync } from 'node:fs'

/** As many as one step can be told to copy. */
export const ALL_PAGES = 2 ** 31 - 1

/**
 * Has a copy written under another name, which `write` is told and gives it its own at the end: what is left of one that
 * broke off can neither pass for a whole one nor be in the way of the next.
 */
export async function whileUnfinished(copy: string, write: (unfinished: string) => Promise<void>): Promise<void> {
  const unfinished = `${copy}.unfinished`
  discard(unfinished)
  try {
    await write(unfinished)
  } finally {
    discard(unfinished)
  }
}

const discard = (unfinished: string): void => {
  for (const file of [unfinished, `${unfinished}-journal`]) rmSync(file, { force: true })
}
