/** Remembers the last `size` keys. True when a key is new: Slack sends an event again when its ack got lost. */
export function recent(size: number): (key: string) => boolean {
  const keys = new Set<string>()
  return (key) => {
    if (keys.has(key)) return false
    keys.add(key)
    if (keys.size > size) for (const oldest of keys.values()) return keys.delete(oldest)
    return true
  }
}
