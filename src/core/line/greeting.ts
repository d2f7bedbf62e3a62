import { Problem } from '../problem.ts'
import { run } from '../reply.ts'

const GREETING =
  /^(?:hi|hiya|hello|hey|howdy|hallo|moin|yo|good (?:morning|day|afternoon|evening)|what can you do)\b[^\w]*(?:there|all|onrecord|bot)?[\s!.?,:)]*$/i
const THANKS = /^(?:thanks?|thank you|thx|cheers)\b(?: (?:a lot|so much|you))?[\s!.?,:)]*$/i

const LINK = /^<?(https?:\/\/[^\s<>]+)>?$/i

/** What to say to somebody who only says hello or thanks, or gives a link and no word; nothing for any other line. */
export function repartee(line: string): Problem | undefined {
  const hint = [
    'Ask, for example, ',
    { typed: 'brief NATO' },
    ' or ',
    { typed: 'quote Rahr' },
    '; ',
    { typed: 'help' },
    ' shows all there is.',
  ]
  if (GREETING.test(line)) return new Problem('Hello! I read the news and show who said what, word for word.', { hint })
  if (THANKS.test(line)) return new Problem('You’re welcome.', { hint })
  const [, link] = LINK.exec(line) ?? []
  if (link === undefined) return undefined
  return new Problem('That is a link. What should I do with it?', {
    hint: [
      { typed: `brief link:${link}` },
      ' reads the article there; ',
      { typed: `source add link:${link}` },
      ' has a feed or a site read from now on.',
    ],
    actions: [run('Brief it', 'brief', { link })],
  })
}
