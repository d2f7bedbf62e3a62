import { expect, it } from 'vitest'
import { runVerb } from '../fakes/process.ts'

it.each([
  [
    ['manifest', '--url', 'foo'],
    'manifest takes --url and the address that Slack is to send its requests to, or nothing.\nFor example: npm run',
  ],
  [['manifest', '--hope'], 'manifest takes --url and the address'],
  [
    ['chat', 'quote', 'Rahr'],
    '“chat” takes nothing behind it, and there is “quote Rahr”.\nStart it, and type that there; or give it by a pipe: echo "quote Rahr" | npm run -s chat',
  ],
  [['env', 'extra'], '“env” takes nothing behind it, and there is “extra”.\nLeave it out.'],
  [['analyse', 'x'], 'There is no verb “analyse”. Did you mean analyze? There are:\n  analyze [FILE'],
  [['manifest', '--url', 'http://onrecord.example'], 'Slack sends its requests to https:// addresses alone.\nGive'],
  [['analyze', 'content'], 'content is a folder.\nName the file in it.'],
  [['import', 'content'], 'content is a folder.\nName the file in it.'],
  [['import', 'nowhere.opml'], 'There is no file nowhere.opml.\nCheck'],
  [
    ['import', 'a.opml', '--to', 'slak/T1/C1'],
    'There is no platform “slak”.\nThere are discord, slack, terminal, web:',
  ],
  [['analyze', 'nowhere.md'], 'There is no file nowhere.md.\nCheck the path and try again.'],
])('a line that starts with %j is told what it can be', async (words, said) => {
  const { code, out, err } = await runVerb(words)
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain(said)
  expect(err).not.toMatch(/\n {4}at /)
})

it.each([[['help', 'analyze']], [['analyze', '--help']], [['analyze', '-h']]])(
  '%j tells how that one verb is called',
  async (words) => {
    const { code, out, err } = await runVerb(words)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^ {2}analyze \[FILE.*\n {6}Shows who said what.*\n$/)
  },
)

it('says of a verb that help was asked for that there is none', async () => {
  const { code, err } = await runVerb(['help', 'analyse'])
  expect(code).toBe(1)
  expect(err).toMatch(/^There is no verb “analyse”\. Did you mean analyze\?/)
})
