import type { DueSource } from '#core/ports/sources.ts'

/** Due sources in the order of their hosts' turns. */
export interface Queue {
  /** Takes in those that it has not got; how many that were. */
  add(due: readonly DueSource[]): number
  /** The next one whose host is free, which is busy from now on. */
  next(): DueSource | undefined
  done(source: DueSource): void
  /** Waiting or under way. */
  size(): number
}

/** One source of a host at a time, so that a host with a thousand of them takes no place from the others. */
export function createQueue(): Queue {
  const taken = new Set<string>()
  const waiting = new Map<string, DueSource[]>()
  const busy = new Set<string>()
  /** Hosts with somebody waiting that are free, in turn. */
  const free: string[] = []

  return {
    add(due) {
      let added = 0
      for (const source of due) {
        if (taken.has(source.id)) continue
        taken.add(source.id)
        added += 1
        const host = hostOf(source)
        const line = waiting.get(host)
        if (line !== undefined) line.push(source)
        else {
          waiting.set(host, [source])
          if (!busy.has(host)) free.push(host)
        }
      }
      return added
    },
    next() {
      const host = free.shift()
      const line = host === undefined ? undefined : waiting.get(host)
      const source = line?.shift()
      if (host === undefined || line === undefined || source === undefined) return undefined
      if (line.length === 0) waiting.delete(host)
      busy.add(host)
      return source
    },
    done(source) {
      const host = hostOf(source)
      taken.delete(source.id)
      busy.delete(host)
      if (waiting.has(host)) free.push(host)
    },
    size: () => taken.size,
  }
}

const hostOf = ({ url }: DueSource): string => (URL.canParse(url) ? new URL(url).host : url)
