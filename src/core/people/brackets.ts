import type { Token } from '../text/tokens.ts'

const EXCHANGE = /^[A-Z]{2,8}$/
const SYMBOL = /^(?:[A-Z]{1,6}(?:\.[A-Z]{1,4})?|\d{3,6}(?:\.[A-Z]{1,4})?)$/
const RETIRED = /^(?:retd|rtd|ret|retired|Retd|Ret|Retired)$/

/** "(TDW.L)", "(NYSE: TDW)" behind a company: index of the closing bracket, else -1. */
export function endOfTicker(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '(') return -1
  const [first, second, third] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]]
  if (first === undefined || second === undefined) return -1
  if (second.text === ')') return SYMBOL.test(first.text) && first.text.includes('.') ? at + 2 : -1
  const isSymbol = third !== undefined && SYMBOL.test(third.text) && tokens[at + 4]?.text === ')'
  return isSymbol && EXCHANGE.test(first.text) && second.text === ':' ? at + 4 : -1
}

/** "(retd)", and what a rank is over: "DCP (Traffic) Ana Lund". */
const isSetToTitle = ({ text, capital, kind }: Token): boolean =>
  RETIRED.test(text) || (kind === 'word' && capital && text.length > 2)

/** "Lt. Gen. (retd) Ana Lund", "Dato' Ana Lund": index of the name behind what is set to a title, else -1. */
export function behindTitle(tokens: readonly Token[], at: number): number {
  const mark = tokens[at]
  if (mark === undefined) return -1
  const close = mark.text === '(' ? [at + 2, at + 3].find((end) => tokens[end]?.text === ')') : undefined
  const isBracket = close !== undefined && isSetToTitle(tokens[at + 1]!)
  const isApostrophe = (mark.text === "'" || mark.text === '’') && tokens[at - 1]!.end === mark.start
  if (!isBracket && !isApostrophe) return -1
  const behind = isBracket ? close + 1 : at + 1
  const name = tokens[behind]
  return name?.capital === true && name.sentence === mark.sentence && name.start > mark.end ? behind : -1
}
