import { KEPT_READINGS_DAYS, type Readings } from '#core/ports/readings.ts'

const KEPT = KEPT_READINGS_DAYS * 24 * 60 * 60 * 1000

export function memoryReadings(): Readings {
  const read = new Map<string, Date>()
  const keyOf = (reader: string, article: string) => JSON.stringify([reader, article])
  return {
    async of(reader, articles) {
      return new Map(
        articles.flatMap((article) => {
          const last = read.get(keyOf(reader, article))
          return last === undefined ? [] : [[article, last] as const]
        }),
      )
    },
    async record(reader, articles, now) {
      for (const [key, last] of read) if (now.getTime() - last.getTime() > KEPT) read.delete(key)
      for (const article of articles) read.set(keyOf(reader, article), now)
    },
  }
}
