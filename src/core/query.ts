/** What `/search`, `about:` and a digest's filter look for. Words and phrases are as typed; stores fold and stem them. */
export interface Query {
  /** All must occur, in any order, in title or text. */
  readonly words: readonly string[]
  /** Each must occur as these words in a row. */
  readonly phrases: readonly (readonly string[])[]
  /** None may occur. */
  readonly without: readonly string[]
  /** Somebody of this name is quoted. */
  readonly from?: string
  readonly outlet?: string
  /** Published on or after the start of this UTC day, and before the start of that one. */
  readonly after?: Date
  readonly before?: Date
}

export const emptyQuery: Query = { words: [], phrases: [], without: [] }
