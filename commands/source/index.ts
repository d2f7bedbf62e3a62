import { group } from '#core/command.ts'

export default group({
  summary: 'Feeds and news sites that are read for this channel',
  audience: 'asker',
  example: 'source add link:https://news.example/feed',
})
