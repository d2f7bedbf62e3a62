/** Databases bound the parameters of one statement: SQLite at 32,766, and a row here has at most eight. */
const MOST = 1000

/** Runs one statement for each so many values, in order. */
export async function inChunks<Value, Result>(
  values: readonly Value[],
  run: (some: readonly Value[]) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (let at = 0; at < values.length; at += MOST) results.push(await run(values.slice(at, at + MOST)))
  return results
}
