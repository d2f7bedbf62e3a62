/**
 * The documented limits of Block Kit that this project can run into, as the far end would apply them:
 * https://docs.slack.dev/reference/block-kit. Each violation is a sentence with its place.
 */
type Json = Readonly<Record<string, unknown>>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export function checkMessage(message: Json): readonly string[] {
  const faults: string[] = []
  if (typeof message['text'] !== 'string' || message['text'] === '') faults.push('text: no words for notifications')
  if (String(message['text']).length > 40_000) faults.push('text: over 40000')
  if (/<(?!!date)/.test(String(message['text']))) faults.push('text: an unescaped <')
  const blocks = list(message['blocks'])
  if (JSON.stringify(blocks).length > 13_000) faults.push('blocks: over 13000 characters of JSON')
  return [...faults, ...checkBlocks(blocks, 50)]
}

export function checkView(view: Json): readonly string[] {
  const faults: string[] = []
  const modal = view['type'] === 'modal'
  if (modal) faults.push(...checkPlain(view['title'], 24, 'title'), ...checkPlain(view['submit'], 24, 'submit'))
  if (String(view['private_metadata'] ?? '').length > 3000) faults.push('private_metadata: over 3000')
  return [...faults, ...checkBlocks(list(view['blocks']), 100)]
}

function checkOptions(options: unknown): readonly string[] {
  const all = list(options)
  return [
    ...(all.length > 100 ? ['options: over 100'] : []),
    ...all.flatMap((option, i) => (isJson(option) ? checkOption(option, `options/${i}`) : ['options: not an object'])),
  ]
}

function checkBlocks(blocks: readonly unknown[], most: number): readonly string[] {
  const ids = blocks.flatMap((block) => (isJson(block) && block['block_id'] !== undefined ? [block['block_id']] : []))
  return [
    ...(blocks.length === 0 ? ['blocks: none'] : []),
    ...(blocks.length > most ? [`blocks: ${blocks.length} of at most ${most}`] : []),
    ...(new Set(ids).size < ids.length ? ['blocks: a block_id twice'] : []),
    ...blocks.flatMap((block, i) => (isJson(block) ? checkBlock(block).map((fault) => `${i}/${fault}`) : ['no block'])),
  ]
}

function checkBlock(block: Json): readonly string[] {
  switch (block['type']) {
    case 'divider':
      return []
    case 'header':
      return checkPlain(block['text'], 150, 'header')
    case 'image':
      return [
        ...checkLength(block['image_url'], 1, 3000, 'image_url'),
        ...checkLength(block['alt_text'], 1, 2000, 'alt_text'),
      ]
    case 'rich_text':
      return list(block['elements']).flatMap((part) => (isJson(part) ? checkPart(part) : ['rich_text: no part']))
    case 'actions':
      return checkActions(list(block['elements']))
    case 'input':
      return [
        ...checkPlain(block['label'], 2000, 'label'),
        ...checkPlain(block['hint'], 2000, 'hint'),
        ...(isJson(block['element']) ? checkElement(block['element']) : ['input: no element']),
      ]
    default:
      return [`type: ${String(block['type'])} is not known here`]
  }
}

function checkPart(part: Json): readonly string[] {
  if (part['type'] !== 'rich_text_section' && part['type'] !== 'rich_text_quote') return ['rich_text: unknown part']
  const elements = list(part['elements'])
  if (elements.length === 0) return ['rich_text: an empty part']
  const characters = elements.map((one) => (isJson(one) ? String(one['text'] ?? '') : '')).join('').length
  return [
    ...(characters > 3000 ? [`rich_text: ${characters} characters`] : []),
    ...elements.flatMap((element) => (isJson(element) ? checkInline(element) : ['rich_text: no element'])),
  ]
}

function checkInline(element: Json): readonly string[] {
  switch (element['type']) {
    case 'text':
      return checkLength(element['text'], 1, 3000, 'text element')
    case 'link':
      return [
        ...checkLength(element['url'], 1, 3000, 'link url'),
        ...(/^https?:\/\//.test(String(element['url'])) ? [] : ['link: no web address']),
      ]
    case 'date':
      return Number.isInteger(element['timestamp']) ? [] : ['date: timestamp is no integer']
    case 'channel':
      return checkLength(element['channel_id'], 1, 30, 'channel')
    default:
      return [`rich_text: ${String(element['type'])} may ping somebody`]
  }
}

function checkActions(elements: readonly unknown[]): readonly string[] {
  const ids = elements.map((element) => (isJson(element) ? element['action_id'] : undefined))
  return [
    ...(elements.length < 1 || elements.length > 25 ? [`actions: ${elements.length} elements`] : []),
    ...(new Set(ids).size < ids.length ? ['actions: an action_id twice'] : []),
    ...elements.flatMap((element) => (isJson(element) ? checkElement(element) : ['actions: no element'])),
  ]
}

function checkElement(element: Json): readonly string[] {
  const id = checkLength(element['action_id'], 1, 255, 'action_id')
  switch (element['type']) {
    case 'button':
      return [
        ...id,
        ...checkPlain(element['text'], 75, 'button'),
        ...(element['value'] === undefined ? [] : checkLength(element['value'], 1, 2000, 'button value')),
        ...(element['url'] === undefined ? [] : checkLength(element['url'], 1, 3000, 'button url')),
      ]
    case 'static_select':
    case 'radio_buttons':
      return [
        ...id,
        ...checkOptions(element['options']),
        ...(list(element['options']).length === 0 ? ['no options'] : []),
      ]
    case 'external_select':
    case 'plain_text_input':
      return id
    case 'number_input':
      return [...id, ...(typeof element['is_decimal_allowed'] === 'boolean' ? [] : ['number_input: decimals?'])]
    default:
      return [`element: ${String(element['type'])} is not known here`]
  }
}

function checkOption(option: Json, at: string): readonly string[] {
  return [
    ...checkPlain(option['text'], 75, `${at}/text`),
    ...checkLength(option['value'], 1, 150, `${at}/value`),
    ...(option['description'] === undefined ? [] : checkPlain(option['description'], 75, `${at}/description`)),
  ]
}

function checkPlain(text: unknown, most: number, at: string): readonly string[] {
  if (!isJson(text) || text['type'] !== 'plain_text') return [`${at}: no plain_text`]
  return checkLength(text['text'], 1, most, at)
}

function checkLength(text: unknown, least: number, most: number, at: string): readonly string[] {
  if (typeof text !== 'string') return [`${at}: no string`]
  return text.length < least || text.length > most ? [`${at}: ${text.length} characters of ${least} to ${most}`] : []
}
