/** Most often it is this machine's network; what asks for a person is what lasts. */
export const NOT_REACHABLE =
  'Slack cannot be reached; trying again. If this goes on, check this machine’s network and proxy, SLACK_API_URL, and slack-status.com.'
