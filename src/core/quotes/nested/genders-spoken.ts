import type { Quote } from '../../analysis.ts'
import type { Gender } from '../../lexicon.ts'
import type { Known } from '../mentions/known.ts'
import type { ArticleReading } from '../reading.ts'

/** What is known of gender, and of whom a quote of the article was given to by "he said" or "she said". */
export function gendersSpoken(
  { words: { text } }: ArticleReading,
  { genders }: Known,
  quotes: readonly Quote[],
): readonly (Gender | null)[] {
  const told = [...genders]
  for (const { speaker, mention } of quotes) {
    if (speaker === null || mention === undefined || told[speaker] !== null) continue
    told[speaker] = PRONOUNS[text.slice(mention.start, mention.end).toLowerCase()] ?? null
  }
  return told
}

const PRONOUNS: Readonly<Record<string, Gender | undefined>> = { he: 'male', she: 'female' }
