import { analyze } from '../../english.ts'

/** Of each marked quote its words and who says them: a name, else what the article calls them, else null; and through whom. */
export function whoSaid(text: string) {
  const { quotes, people } = analyze({ title: '', text })
  const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  return quotes
    .filter(({ kind }) => kind !== 'indirect')
    .map(({ speaker, mention, spans, through }) => {
      const who = speaker === null ? (mention === undefined ? null : slice(mention)) : people[speaker]!.name
      const by = through === undefined ? [] : [slice(through.mention)]
      return [spans.map(slice).join(' '), who, ...by]
    })
}
