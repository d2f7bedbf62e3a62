/** Each scope of the bot with what it is for. */
export const SCOPES: Readonly<Record<string, string>> = {
  commands: 'slash commands and the message shortcut',
  'chat:write': 'answers and digests',
  'app_mentions:read': 'questions asked by mentioning the bot',
  'im:history': 'questions asked in a direct message, and finding a message that may have got through there',
  'im:write': 'opening a direct message, to tell somebody that their digest had to be paused',
  'channels:history': 'finding a digest that may have got through, before it is sent again',
  'groups:history': 'the same in private channels',
  'mpim:history': 'the same in group messages',
  'channels:read': 'who created a channel and so manages its digests; the channels App Home lists',
  'channels:join': 'joining a public channel where somebody set up a digest',
  'groups:read': 'the same for private channels',
  'mpim:read': 'the same for group messages',
  'users:read': 'whether somebody is a workspace admin and so manages digests',
}
