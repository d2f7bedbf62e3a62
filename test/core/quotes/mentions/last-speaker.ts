import { analyze } from '../../english.ts'

/** Who says the last quote of a text, how sure that is, and who may say it where it is open. */
export function lastSpeaker(text: string) {
  const { quotes, people } = analyze({ title: '', text })
  const { speaker, confidence, candidates = [] } = quotes.at(-1)!
  const nameOf = (at: number | null) => (at === null ? null : people[at]!.name)
  return { name: nameOf(speaker), may: candidates.map((one) => nameOf(one.speaker)).sort(), confidence }
}
