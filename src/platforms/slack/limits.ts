const DOCS = 'https://docs.slack.dev/reference/block-kit'

interface Limit {
  readonly max: number
  /** The page that says so. */
  readonly source: string
}

const limit = (max: number, source: string): Limit => ({ max, source })

/** What Slack accepts, counted in UTF-16 units where it counts characters: never more than Slack's own count. */
export const LIMITS = {
  blocksInMessage: limit(50, `${DOCS}/blocks`),
  blocksInView: limit(100, `${DOCS}/blocks`),
  header: limit(150, `${DOCS}/blocks/header-block`),
  /** Rich text has no stated limit of its own; the section's is the one people met. */
  richText: limit(3000, `${DOCS}/blocks/section-block`),
  elementsInActions: limit(25, `${DOCS}/blocks/actions-block`),
  imageUrl: limit(3000, `${DOCS}/blocks/image-block`),
  imageAlt: limit(2000, `${DOCS}/blocks/image-block`),
  actionId: limit(255, `${DOCS}/block-elements/button-element`),
  buttonLabel: limit(75, `${DOCS}/block-elements/button-element`),
  buttonValue: limit(2000, `${DOCS}/block-elements/button-element`),
  buttonUrl: limit(3000, `${DOCS}/block-elements/button-element`),
  optionLabel: limit(75, `${DOCS}/composition-objects/option-object`),
  optionDescription: limit(75, `${DOCS}/composition-objects/option-object`),
  optionValue: limit(150, `${DOCS}/composition-objects/option-object`),
  optionsInSelect: limit(100, `${DOCS}/block-elements/select-menu-element`),
  placeholder: limit(150, `${DOCS}/block-elements/select-menu-element`),
  inputLength: limit(3000, `${DOCS}/block-elements/plain-text-input-element`),
  inputLabel: limit(2000, `${DOCS}/blocks/input-block`),
  modalTitle: limit(24, 'https://docs.slack.dev/reference/views/modal-views'),
  privateMetadata: limit(3000, 'https://docs.slack.dev/reference/views/modal-views'),
  messageText: limit(40_000, 'https://docs.slack.dev/reference/methods/chat.postMessage#truncating'),
  /** JSON of all blocks. Slack has answered `msg_blocks_too_long` from about 13,200; the rest is kept clear. */
  messageJson: limit(12_000, 'https://github.com/slackapi/bolt-js/issues/2509'),
  responseUrlUses: limit(5, 'https://docs.slack.dev/interactivity/handling-user-interaction#message_responses'),
  slashName: limit(32, 'https://docs.slack.dev/reference/app-manifest'),
  slashCommands: limit(50, 'https://docs.slack.dev/reference/app-manifest'),
  usageHint: limit(1000, 'https://docs.slack.dev/reference/app-manifest'),
} as const satisfies Record<string, Limit>
