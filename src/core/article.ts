/** One published text. Every quote, figure and key point is a span of `text`. */
export interface Article {
  /** Stable for one publication: derived from the url where there is one, else from outlet and title. */
  readonly id: string
  readonly title: string
  readonly outlet: string
  /** Absent where the article is only a file here. */
  readonly url?: string
  readonly published: Date
  /** Nobody says when it was published: `published` is when it was first seen. */
  readonly publishedEstimated?: true
  readonly byline?: string
  /** BCP 47. */
  readonly language: string
  /** Invented, to try the bot with; shown as such wherever it is shown. */
  readonly sample: boolean
  /** Paragraphs, one a line or with blank lines between; never changed once stored. */
  readonly text: string
  /** Only the paragraphs with quotes are left of it, as the settings of retention want. */
  readonly excerpt?: true
}
