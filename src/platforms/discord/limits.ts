/**
 * What Discord accepts, each with the page that says so. Discord counts code points; this program
 * counts UTF-16 units, which are never fewer.
 */
const DOCS = 'https://docs.discord.com/developers'

export const LIMITS = {
  /** Over all text displays of one message. */
  messageText: { most: 4000, page: `${DOCS}/components/reference#text-display` },
  /** Nested ones count. */
  messageComponents: { most: 40, page: `${DOCS}/components/reference#component-object` },
  rowButtons: { most: 5, page: `${DOCS}/components/reference#action-row` },
  customId: { most: 100, page: `${DOCS}/components/reference#custom-id` },
  buttonLabel: { most: 80, page: `${DOCS}/components/reference#button` },
  buttonUrl: { most: 512, page: `${DOCS}/components/reference#button` },
  selectOptions: { most: 25, page: `${DOCS}/components/reference#string-select` },
  selectLabel: { most: 100, page: `${DOCS}/components/reference#string-select-select-option-structure` },
  selectValue: { most: 100, page: `${DOCS}/components/reference#string-select-select-option-structure` },
  mediaUrl: { most: 2048, page: `${DOCS}/components/reference#unfurled-media-item-structure` },
  mediaDescription: { most: 1024, page: `${DOCS}/components/reference#media-gallery-media-gallery-item-structure` },
  modalTitle: { most: 45, page: `${DOCS}/interactions/receiving-and-responding#modal` },
  modalFields: { most: 5, page: `${DOCS}/interactions/receiving-and-responding#modal` },
  fieldLabel: { most: 45, page: `${DOCS}/components/reference#label` },
  fieldDescription: { most: 100, page: `${DOCS}/components/reference#label` },
  inputLength: { most: 4000, page: `${DOCS}/components/reference#text-input` },
  commandDescription: { most: 100, page: `${DOCS}/interactions/application-commands#application-command-object` },
  commandOptions: { most: 25, page: `${DOCS}/interactions/application-commands#application-command-object` },
  choices: { most: 25, page: `${DOCS}/interactions/application-commands#application-command-object` },
  choiceName: { most: 100, page: `${DOCS}/interactions/application-commands#application-command-object` },
  choiceValue: { most: 100, page: `${DOCS}/interactions/application-commands#application-command-object` },
  optionLength: { most: 6000, page: `${DOCS}/interactions/application-commands#application-command-object` },
  nonce: { most: 25, page: `${DOCS}/resources/message#create-message` },
} as const

/** Shortens what a widget has no room for. Callers show the whole elsewhere when it is more than a hint. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
