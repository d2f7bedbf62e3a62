import type { Library } from './ports/library.ts'
import type { Problem } from './problem.ts'

/**
 * A library that, while there is nothing in it and a reason why, says the reason: articles that could not be stored
 * are not articles that do not exist.
 */
export function libraryOrReason(library: Library, reason: () => Problem | undefined): Library {
  const orReason =
    <Given extends readonly unknown[], Found>(read: (...given: Given) => Promise<Found>) =>
    async (...given: Given): Promise<Found> => {
      const why = reason()
      if (why !== undefined && (await library.count()) === 0) throw why
      return read(...given)
    }
  return {
    ...library,
    count: orReason(library.count),
    list: orReason(library.list),
    search: orReason(library.search),
    hits: orReason(library.hits),
    experts: orReason(library.experts),
    expertsWithKey: orReason(library.expertsWithKey),
    expertsLike: orReason(library.expertsLike),
  }
}
