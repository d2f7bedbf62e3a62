/** What people copy from the Developer Portal in the place of the token, which stands on another of its pages. */
const OTHERS: readonly (readonly [form: RegExp, what: string])[] = [
  [/^https?:\/\//i, 'a link'],
  [/^\d{15,21}$/, 'an application id'],
  [/^[\da-f]{64}$/i, 'a public key'],
  [/^[\w-]{32}$/, 'a client secret'],
]

/** Why this can be no bot token, wherever Discord's API is; never a word of it. Undefined where nothing is against it. */
export function tokenFault(token: string): string | undefined {
  const other = OTHERS.find(([form]) => form.test(token))?.[1]
  if (other !== undefined) return `holds ${other}, not the bot token`
  if (/^(?:Bot|Bearer)\s/i.test(token)) return 'has a word in front of the token; leave it out'
  // A token goes into a header as it is: letters beyond ASCII or a blank inside mean a bad paste.
  return /^[\x21-\x7E]+$/.test(token) ? undefined : 'holds a blank or a character that no bot token has'
}

/** Whether Discord gives out tokens like this: who it is, when it was made, and a signature. */
export const isTokenOfDiscord = (token: string): boolean => /^[\w-]{18,}\.[\w-]{5,}\.[\w-]{25,}$/.test(token)
