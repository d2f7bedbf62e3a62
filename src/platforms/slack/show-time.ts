/** An instant for people whose client does not draw dates. The instant as it came when it is none. */
export function showTime(time: string, zone: string): string {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) return time
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const
  try {
    return `${new Intl.DateTimeFormat('en-GB', { ...style, timeZone: zone }).format(date)} (${zone})`
  } catch {
    return `${new Intl.DateTimeFormat('en-GB', { ...style, timeZone: 'UTC' }).format(date)} (UTC)`
  }
}
