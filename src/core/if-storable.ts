import { Outage } from './problem.ts'

/**
 * For what an answer can do without: where it cannot be stored, the answer is given all the same. Why it could not, the
 * log hears from the store.
 */
export async function ifStorable(storing: Promise<void>): Promise<void> {
  try {
    await storing
  } catch (error) {
    if (!(error instanceof Outage)) throw error
  }
}
