/** Names of several words: by the first, as it is in tokens, the words behind it, the longest first. */
export function byFirstWord(names: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const long = new Map<string, string[][]>()
  for (const name of names) {
    const [first = '', ...rest] = name.replaceAll('’s ', ' ’s ').replaceAll('. ', ' ').split(' ')
    if (rest.length > 0) long.set(first, [...(long.get(first) ?? []), rest])
  }
  for (const rests of long.values()) rests.sort((a, b) => b.length - a.length)
  return long
}
