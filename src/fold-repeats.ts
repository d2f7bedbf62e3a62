/** Lines alike are counted for so long. In milliseconds. */
const WINDOW = 60_000
/** Kinds of lines counted at once; beyond, the oldest is told. */
const MOST = 200

interface Counted {
  readonly line: string
  times: number
  readonly timer: NodeJS.Timeout
}

export interface Folding {
  write(line: string): void
  /** Tells of everything that is counted, now. */
  flush(): void
}

/**
 * Writes the first of several lines alike, and after a minute once more how often it came: a full disk or a folder of
 * bad files would else fill a log with one sentence. `keyOf` is what is alike in them, undefined for a line that is
 * always written; `again` is the line that tells of the others.
 */
export function foldRepeats(
  write: (line: string) => void,
  keyOf: (line: string) => string | undefined,
  again: (line: string, times: number) => string,
): Folding {
  const counting = new Map<string, Counted>()

  const tell = (key: string): void => {
    const counted = counting.get(key)
    if (counted === undefined) return
    counting.delete(key)
    clearTimeout(counted.timer)
    if (counted.times > 0) write(again(counted.line, counted.times))
  }

  return {
    write(line) {
      const key = keyOf(line)
      const counted = key === undefined ? undefined : counting.get(key)
      if (counted !== undefined) {
        counted.times += 1
        return
      }
      write(line)
      if (key === undefined) return
      const [oldest] = counting.keys()
      if (counting.size >= MOST && oldest !== undefined) tell(oldest)
      counting.set(key, { line, times: 0, timer: setTimeout(() => tell(key), WINDOW).unref() })
    },
    flush() {
      for (const key of [...counting.keys()]) tell(key)
    },
  }
}
