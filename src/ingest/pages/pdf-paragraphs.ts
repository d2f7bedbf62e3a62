/** Lines of one page, as printed, become paragraphs; what every page repeats at its edge is left out. */
export function pdfParagraphs(pages: readonly string[]): readonly string[] {
  const lines = pages.map((page) => page.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()))
  const repeated = edgesOfAll(lines)
  const kept = lines.flatMap((page) => page.filter((line) => !repeated.has(shape(line)) && !/^\d{1,4}$/.test(line)))
  const widest = Math.max(0, ...kept.map((line) => line.length))
  const paragraphs: string[] = []
  let open = ''
  const close = (): void => {
    if (open !== '') paragraphs.push(open)
    open = ''
  }
  for (const line of kept) {
    if (line === '') {
      close()
      continue
    }
    open = joined(open, line)
    // A line that ends a sentence well before the margin is the last of its paragraph.
    if (line.length < widest * 0.8 && /[.!?:…]["'”’»)]*$/.test(line)) close()
  }
  close()
  return paragraphs
}

/** A hyphen at the end of a line, between small letters, was put there by the printer. */
function joined(above: string, line: string): string {
  if (above === '') return line
  return /\p{Ll}-$/u.test(above) && /^\p{Ll}/u.test(line) ? above.slice(0, -1) + line : `${above} ${line}`
}

/** First and last lines that stand on most pages, figures aside: headers, footers and page numbers. */
function edgesOfAll(pages: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const filled = page.filter((line) => line !== '')
    for (const edge of new Set([filled[0], filled.at(-1)].filter((line) => line !== undefined).map(shape))) {
      counts.set(edge, (counts.get(edge) ?? 0) + 1)
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 3 && count > pages.length / 2).map(([edge]) => edge))
}

const shape = (line: string): string => line.replace(/\d+/g, '#')
