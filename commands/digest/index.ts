import { group } from '#core/command.ts'

export default group({
  summary: 'A briefing for this channel at the hour you choose',
  audience: 'asker',
  example: 'digest add at:08:30 days:weekdays timezone:Europe/Berlin',
})
