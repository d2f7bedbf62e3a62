import { type Mention, readMention, type Words } from './mentions.ts'

/** So many words may stand between who is described and the name that they gave. */
const REACH = 24

/** "gave her name only as", "identified himself simply as", "asked to be called". */
const GIVES = [
  /\bg(?:ave|ives|iving) (?:his|her|their) (?:first |full |last )?names? (?:only |simply |just )?as$/,
  /\b(?:identif(?:ied|ies|ying)|introduc(?:ed|ing)|named) (?:him|her)self (?:only |simply |just )?as$/,
  /\b(?:identified|named|known) (?:to us )?(?:only|simply|just) as$/,
  /\b(?:asked|wanted|wished|preferred|agreed|chose) (?:only )?to be (?:identified|named|known|quoted|referred to|addressed) (?:only |simply |just )?as$/,
  /\b(?:asked|wanted|wished|preferred) to be called$/,
] as const

const INTRODUCES: ReadonlySet<string> = new Set(['as', 'called'])

/** The name behind "a trader, who gave her name only as Bisi", where that is who speaks. */
export function selfNamed(words: Words, mention: Mention): Mention | null {
  if (mention.kind !== 'nominal') return null
  const { text, tokens, names, nameAt } = words
  const from = tokens[mention.last]!
  for (let at = mention.last + 1; at <= mention.last + REACH; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.sentence !== from.sentence) return null
    const name = nameAt[at]!
    if (name === -1 || names[name]!.titled !== at || !INTRODUCES.has(tokens[at - 1]!.lower)) continue
    const lead = text.slice(from.end, tokens[at - 1]!.end)
    if (GIVES.some((gives) => gives.test(lead))) return readMention(words, at, names[name]!.last)
  }
  return null
}
