/** What `/search`, `about:` and a digest's filter look for. Words and phrases are as typed; stores fold and stem them. */
export interface Query {
  /** All must occur, in any order, in title or text. */
  readonly words: readonly string[]
  /** Each must occur as these words in a row. */
  readonly phrases: readonly (readonly string[])[]
  /** None may occur; several words of one are a phrase. */
  readonly without: readonly string[]
  /** Each must occur inside a quote: inside one of `from`, where that is asked for too. */
  readonly quoted?: readonly string[]
  /** Somebody of this name is quoted. */
  readonly from?: string
  /** Other names of whom `from` means: any of them will do. */
  readonly alias?: readonly string[]
  readonly outlet?: string
  /** BCP 47 in lower case; `en` takes `en-gb` too. */
  readonly language?: string
  /** Id of a story. */
  readonly story?: string
  /** Published on or after the start of this UTC day, and before the start of that one. */
  readonly after?: Date
  readonly before?: Date
  /** Nobody of these names is quoted; of none of these outlets; in none of these languages; in none of these stories. */
  readonly notFrom?: readonly string[]
  readonly notOutlet?: readonly string[]
  readonly notLanguage?: readonly string[]
  readonly notStory?: readonly string[]
  /** Further queries: what any of them finds is found as well. They have no `or` of their own. */
  readonly or?: readonly Query[]
}

export const emptyQuery: Query = { words: [], phrases: [], without: [] }

/** A query as the plain ones any of which may hold. */
export function alternatives(query: Query): readonly Query[] {
  const { or = [], ...first } = query
  return [first, ...or]
}

/** One query that finds what any of these does. */
export function anyOf([first = emptyQuery, ...or]: readonly Query[]): Query {
  return or.length === 0 ? first : { ...first, or }
}
