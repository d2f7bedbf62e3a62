import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { command } from '#core/command.ts'
import { reply } from '#core/reply.ts'
import { registrations } from '#platforms/discord/registration.ts'
import { startDiscord } from '../../fakes/discord/discord.ts'
import { GUILD } from '../../fakes/discord/payloads.ts'
import { CommandList } from '../../fakes/discord/rules.ts'
import { eventually } from '../../fakes/eventually.ts'
import { sampleCommands, startBot } from './bot.ts'

const plain = { summary: 'A command', audience: 'everyone', example: 'x', run: () => reply() } as const

it('describes commands as Discord’s menu wants them: required first, typed, nothing hidden', () => {
  const list = CommandList.parse(registrations(sampleCommands(), true))
  expect(list.find(({ name }) => name === 'quote')).toEqual({
    name: 'quote',
    description: 'A command',
    contexts: [0, 1],
    options: [
      { type: 3, name: 'expert', description: 'Whose words', required: true, autocomplete: true, max_length: 100 },
      { type: 3, name: 'about', description: 'What about', required: false },
      { type: 4, name: 'position', description: 'Which of them', required: false, min_value: 1, max_value: 99 },
    ],
  })
})

it('makes a group’s commands its subcommands', () => {
  const digest = CommandList.parse(registrations(sampleCommands(), true)).find(({ name }) => name === 'digest')
  expect(digest).toMatchObject({
    options: [{ type: 1, name: 'add', options: [{ name: 'days' }, { name: 'at' }, { name: 'silent' }] }],
  })
})

it('offers “Brief this” on messages where there is a command to brief', () => {
  const names = (commands = sampleCommands()) =>
    registrations(commands, true).map((entry) => CommandList.parse([entry])[0]?.name)
  expect(names()).toContain('Brief this')
  expect(names(new Map([...sampleCommands()].filter(([name]) => name !== 'brief')))).not.toContain('Brief this')
})

it('shortens what is too long, and lets a long list be typed', () => {
  const section = z.enum(Array.from({ length: 40 }, (_, number) => `section ${number}`))
  const many = command({ ...plain, summary: 's'.repeat(200), options: { section: section.describe('d'.repeat(200)) } })
  const [entry] = CommandList.parse(registrations(new Map([['many', many]]), true))
  expect(entry).toMatchObject({ options: [{ name: 'section', autocomplete: true }] })
})

it('tells Discord the commands once, and again only when they change', async () => {
  const discord = await startDiscord()
  onTestFinished(() => discord.stop())
  const memo = new Map<string, string>()
  const start = async (commands = sampleCommands()) => {
    const bot = await startBot({ discord, memo, commands })
    await eventually(() => expect(bot.log.map(({ sentence }) => sentence)).toContain('Discord: commands'))
    await bot.connection.close()
  }
  await start()
  await start()
  expect(discord.world.registrations).toBe(1)
  await start(new Map([...sampleCommands(), ['extra', command({ ...plain, options: {} })]]))
  expect(discord.world.registrations).toBe(2)
  expect(discord.commands.get('everywhere')?.map(({ name }) => name)).toContain('extra')
  expect(discord.violations).toEqual([])
})

it('registers in one server alone when told to', async () => {
  const { discord } = await startBot({ guild: GUILD })
  await eventually(() => expect([...discord.commands.keys()]).toEqual([GUILD]))
  expect(discord.violations).toEqual([])
})

it('goes on with a sentence in the log when Discord does not take the commands', async () => {
  const discord = await startDiscord()
  onTestFinished(() => discord.stop())
  discord.fail({ match: /^PUT/, times: 1, status: 403, code: 50001 })
  const { log } = await startBot({ discord })
  await eventually(() =>
    expect(log.find(({ level }) => level === 'error')?.sentence).toContain('applications.commands'),
  )
})
