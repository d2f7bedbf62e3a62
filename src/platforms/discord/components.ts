/** The parts of Discord's components that this bot sends, as they go over the wire. */
export type Component = TextDisplay | Separator | MediaGallery | Row

interface TextDisplay {
  readonly type: 10
  readonly content: string
}

interface Separator {
  readonly type: 14
}

interface MediaGallery {
  readonly type: 12
  readonly items: readonly { readonly media: { readonly url: string }; readonly description?: string }[]
}

export interface Row {
  readonly type: 1
  readonly components: readonly Button[] | readonly [Select]
}

export type Button =
  | { readonly type: 2; readonly style: 1 | 2; readonly label: string; readonly custom_id: string }
  | { readonly type: 2; readonly style: 5; readonly label: string; readonly url: string }

export interface Select {
  readonly type: 3
  readonly custom_id: string
  readonly placeholder?: string
  readonly options: readonly { readonly label: string; readonly value: string }[]
}

export interface Body {
  readonly flags: number
  readonly components: readonly Component[]
  readonly allowed_mentions: { readonly parse: readonly never[] }
}

/** One rendered message. Plain JSON: the ledger stores it. */
export interface Message {
  readonly body: Body
  /** Invocations too long for a button, by the key that the button carries instead: kept in the memo before sending. */
  readonly keep?: Readonly<Record<string, string>>
}

/** Message flags: https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const EPHEMERAL = 1 << 6
export const COMPONENTS_V2 = 1 << 15
