import { Problem } from '#core/problem.ts'

export interface Fault {
  /** 1-based; absent where the whole file is meant. */
  readonly line?: number
  /** A sentence that can follow "x.md, line 4: ". */
  readonly reason: string
}

/** Why a file is not an article: every fault at once, a line each, so that one edit can mend them all. */
export class ArticleFault extends Problem {
  /** When the file would be fine as it is: it only carries a date that has not come yet. */
  readonly until: Date | undefined
  /** The system refused to read it, which may mend itself. */
  readonly passing: boolean

  constructor(
    path: string,
    faults: readonly Fault[],
    options: { until?: Date | undefined; passing?: boolean; cause?: unknown } = {},
  ) {
    const ordered = faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
    super(ordered.map((fault) => sentence(path, fault)).join('\n'), { cause: options.cause })
    this.until = options.until
    this.passing = options.passing ?? false
  }
}

function sentence(path: string, { line, reason }: Fault): string {
  return line === undefined ? `${path}: ${reason}` : `${path}, line ${line}: ${reason}`
}
