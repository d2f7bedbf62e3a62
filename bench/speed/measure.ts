/** Milliseconds of each call, sorted. */
export async function timeEach(times: number, work: (round: number) => unknown): Promise<readonly number[]> {
  const taken: number[] = []
  for (let round = 0; round < times; round++) {
    const start = performance.now()
    await work(round)
    taken.push(performance.now() - start)
  }
  return taken.sort((a, b) => a - b)
}

/** The value below which this share of a sorted list lies. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

export const median = (sorted: readonly number[]): number => percentile(sorted, 0.5)

/** Rows as columns that line up. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
        .join('  '),
    )
    .join('\n')
}
