/** A stretch of a text in UTF-16 code units; `text.slice(start, end)` is what is shown. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const slice = (text: string, span: Span): string => text.slice(span.start, span.end)
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
