import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { command } from '#core/command.ts'
import { choice, reply, run, text, whisper } from '#core/reply.ts'
import { startDiscord } from '../../fakes/discord/discord.ts'
import { type Interaction, type Shown, widgetsOf, wordsOf } from '../../fakes/discord/interaction.ts'
import { ASKER, CHANNEL, GUILD } from '../../fakes/discord/payloads.ts'
import { eventually } from '../../fakes/eventually.ts'
import { type Bot, sampleCommands, startBot, type With } from './bot.ts'

let bot: Bot
const begin = async (how?: With) => {
  bot = await startBot(how)
  return bot.discord
}
afterEach(() => expect(bot.discord.violations).toEqual([]))

const answered = (interaction: Interaction): Promise<Shown> =>
  eventually(() => interaction.original ?? fail('no answer yet'))
const acknowledged = (interaction: Interaction) =>
  eventually(() => interaction.response ?? fail('not acknowledged yet'))
const fail = (why: string): never => {
  throw new Error(why)
}
const words = ({ body }: Shown) => wordsOf(body)
const idOf = ({ body }: Shown, label: string) =>
  widgetsOf(body).find((widget) => widget.label === label)?.id ?? fail(`no ${label}`)
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a slash command', () => {
  it('is answered at once with what the command says', async () => {
    const discord = await begin()
    const shown = await answered(discord.slash('quote', { expert: 'Ada Vale', position: 3 }))
    expect(words(shown)).toBe('> Words 3\n— **Ada Vale**')
    expect(shown.ephemeral).toBe(false)
  })

  it('brings along who asks, where, and whether they manage the channel', async () => {
    const discord = await begin()
    for (const as of [{ manages: true }, {}, { direct: true }]) await answered(discord.slash('help', {}, as))
    expect(bot.asked.map(({ origin }) => origin.place)).toEqual([
      { platform: 'discord', tenant: GUILD, channel: CHANNEL },
      { platform: 'discord', tenant: GUILD, channel: CHANNEL },
      { platform: 'discord', channel: CHANNEL },
    ])
    expect(bot.asked[0]?.origin.asker).toMatchObject({ id: ASKER.id, name: 'Robin' })
    const manages = await Promise.all(bot.asked.map(({ origin }) => origin.asker.manages()))
    expect(manages).toEqual([true, false, true])
  })

  it('of a group runs as its subcommand, and only its asker sees it where it says so', async () => {
    const discord = await begin()
    const shown = await answered(discord.slash('digest add', { days: 'daily', at: '8' }))
    expect([words(shown), shown.ephemeral]).toEqual(['Added daily at 8', true])
  })

  it('is answered in several messages in order when one is too small', async () => {
    const parts = ['first', 'second', 'third'].map((word) => text(`${word} `.repeat(500)))
    const discord = await begin({ answer: async () => whisper(...parts) })
    const interaction = discord.slash('help')
    await eventually(() => expect(interaction.followUps).toHaveLength(2))
    const all = [await answered(interaction), ...interaction.followUps]
    expect(all.map((shown) => words(shown).split(' ')[0])).toEqual(['first', 'second', 'third'])
    expect(all.every(({ ephemeral }) => ephemeral)).toBe(true)
  })

  it('is deferred when the answer takes long, and answered then', async () => {
    const gate = Promise.withResolvers<void>()
    const discord = await begin({
      tempo: { deferAfter: 100 },
      answer: async () => {
        await gate.promise
        return reply(text('At last'))
      },
    })
    const interaction = discord.slash('quote', { expert: 'Vale' })
    expect(await acknowledged(interaction)).toEqual({ type: 5 })
    gate.resolve()
    expect(words(await answered(interaction))).toBe('At last')
  })

  it('that turns out to be for the asker alone is so even after it was deferred for all', async () => {
    const gate = Promise.withResolvers<void>()
    const discord = await begin({
      tempo: { deferAfter: 50 },
      answer: async () => {
        await gate.promise
        return whisper(text('Nobody of that name'))
      },
    })
    const interaction = discord.slash('quote', { expert: 'Vale' })
    await acknowledged(interaction)
    gate.resolve()
    await eventually(() => expect(interaction.followUps).toHaveLength(1))
    expect(interaction.followUps.map((shown) => [words(shown), shown.ephemeral])).toEqual([
      ['Nobody of that name', true],
    ])
    expect(interaction.original).toBeUndefined()
  })

  it('asks for what is missing with a form, and runs when it is filled in', async () => {
    const discord = await begin()
    const asked = await acknowledged(discord.slash('digest add'))
    if (asked.type !== 9) return fail('no form')
    expect(asked.data.components.map(({ label, component }) => [label, component.type])).toEqual([
      ['Days', 3],
      ['At', 4],
    ])
    const filled = discord.submit(asked.data.custom_id, { days: 'weekdays', at: ' 8 ' })
    expect(words(await answered(filled))).toBe('Added weekdays at 8')
  })

  it('is acknowledged once although the first acknowledgement’s answer was lost', async () => {
    const discord = await begin()
    discord.fail({ match: /callback/, times: 1, drop: 'after' })
    const interaction = discord.slash('help')
    expect(words(await answered(interaction))).toBe('All there is')
    await eventually(() => expect(discord.requests.filter((called) => called.includes('callback'))).toHaveLength(2))
  })

  it('gets through although Discord fails and the connection breaks at first', async () => {
    const discord = await begin()
    discord.fail({ match: /callback/, times: 1, drop: 'before' })
    discord.fail({ match: /callback/, times: 1, status: 502 })
    expect(words(await answered(discord.slash('help')))).toBe('All there is')
  })

  it('whose answer Discord refuses says so with a reference that is in the log, and shows no token', async () => {
    const discord = await begin()
    discord.fail({ match: /callback/, times: 1, status: 400, code: 50035 })
    const shown = await answered(discord.slash('help'))
    const reference = /reference (\w+)/.exec(words(shown))?.[1]
    expect(shown.ephemeral).toBe(true)
    expect(bot.log.find(({ level }) => level === 'error')?.facts).toMatchObject({ reference })
    expect(JSON.stringify(bot.log)).not.toMatch(/token\d/)
  })

  it('gets its answer, and so do 199 others at the same time, a bounded number side by side', async () => {
    let running = 0
    let most = 0
    const discord = await begin({
      answer: async ({ invocation }) => {
        most = Math.max(most, ++running)
        await later(20)
        running--
        return reply(text(`For ${invocation.options['expert']}`))
      },
    })
    const interactions = Array.from({ length: 200 }, (_, number) =>
      discord.slash('quote', { expert: `Vale ${number}` }),
    )
    const shown = await eventually(() => interactions.map(({ original }) => original ?? fail('waiting')))
    expect(shown.map(words)).toEqual(interactions.map((_, number) => `For Vale ${number}`))
    expect(most).toBeLessThanOrEqual(16)
  })
})

describe('buttons, menus and forms', () => {
  it('turn the page in place when the same command answers', async () => {
    const discord = await begin()
    const first = await answered(discord.slash('quote', { expert: 'Vale' }))
    const pressed = discord.press(idOf(first, 'Next'), first)
    expect((await acknowledged(pressed)).type).toBe(7)
    expect(words(pressed.pressed ?? fail('gone'))).toContain('Words 2')
  })

  it('answer anew when another command does', async () => {
    const discord = await begin()
    const first = await answered(discord.slash('quote', { expert: 'Vale' }))
    const pressed = discord.press(idOf(first, 'Briefing'), first)
    expect(words(await answered(pressed))).toBe('Brief')
    expect(pressed.pressed).toEqual(first)
  })

  it('turn the page in place also when that takes long', async () => {
    const discord = await begin({ tempo: { deferAfter: 0 } })
    const first = await answered(discord.slash('quote', { expert: 'Vale' }))
    const pressed = discord.press(idOf(first, 'Next'), first)
    await eventually(() => expect(words(pressed.pressed ?? fail('gone'))).toContain('Words 2'))
  })

  it('never put what is for one person into a message that all see, nor hide what is for all', async () => {
    const discord = await begin({
      answer: async ({ invocation }) => {
        const next = { kind: 'actions', actions: [run('Next', 'quote', { position: 2 })] } as const
        return invocation.options['position'] === 2 ? whisper(text('No more')) : reply(text('One'), next)
      },
    })
    const first = await answered(discord.slash('quote', { expert: 'Vale' }))
    const pressed = discord.press(idOf(first, 'Next'), first)
    const told = await answered(pressed)
    expect([words(told), told.ephemeral]).toEqual(['No more', true])
    expect(pressed.pressed).toEqual(first)
  })

  it('work with an invocation too long for a button, and after a restart', async () => {
    const expert = 'Ada '.repeat(24).trim()
    const discord = await startDiscord()
    onTestFinished(() => discord.stop())
    const memo = new Map<string, string>()
    bot = await startBot({ discord, memo })
    const first = await answered(discord.slash('quote', { expert }))
    await bot.connection.close()
    bot = await startBot({ discord, memo })
    const pressed = discord.press(idOf(first, 'Next'), first)
    await acknowledged(pressed)
    expect(bot.asked[0]?.invocation).toEqual({ command: 'quote', options: { expert, position: 2 } })
  })

  it('say so when they are no longer known', async () => {
    const discord = await begin()
    const first = await answered(discord.slash('help'))
    const told = await answered(discord.press('r#nothing-kept-under-this', first))
    expect([words(told), told.ephemeral]).toEqual([
      'This button is too old to be understood. Please run the command again.',
      true,
    ])
  })

  it('run the choice that was made', async () => {
    const choices = ['a', 'b'].map((article) => run(`Article ${article}`, 'brief', { article }))
    const discord = await begin({
      answer: async ({ invocation }) =>
        'article' in invocation.options
          ? reply(text(`Brief ${invocation.options['article']}`))
          : whisper(choice('Which?', choices)),
    })
    const asked = await answered(discord.slash('brief'))
    const chosen = discord.choose('menu0', idOf(asked, 'Article b'), asked)
    expect(words(await answered(chosen))).toBe('Brief b')
  })

  it('open a form when pressed, whose answer takes the place of the question', async () => {
    const discord = await begin()
    discord.say(`<@100000000000000001> quote`)
    const post = await eventually(() => discord.posts[0] ?? fail('nothing posted'))
    const question = { body: post.body, ephemeral: false }
    const asked = await acknowledged(discord.press(widgetsOf(post.body)[0]?.id ?? '', question))
    if (asked.type !== 9) return fail('no form')
    const filled = discord.submit(asked.data.custom_id, { expert: 'Vale' }, question)
    await acknowledged(filled)
    expect(words(filled.pressed ?? fail('gone'))).toBe('> Words 1\n— **Vale**')
  })

  it('leave a number that is none for the command to name', async () => {
    const count = command({
      summary: 'Count',
      audience: 'everyone',
      example: 'count 3',
      options: { to: z.int().min(1).max(9).describe('How far') },
      run: ({ to }) => reply(text(`Counted to ${to}`)),
    })
    const discord = await begin({ commands: new Map([...sampleCommands(), ['count', count]]) })
    expect(words(await answered(discord.submit('r:["count",{}]', { to: '7' })))).toBe('Counted to 7')
    expect(words(await answered(discord.submit('r:["count",{}]', { to: 'many' })))).toContain('a number from 1 to 9')
  })
})

describe('suggestions while typing', () => {
  it('come from the command', async () => {
    const discord = await begin()
    expect(await acknowledged(discord.type('quote', { expert: 'Ad' }, 'expert'))).toEqual({
      type: 8,
      data: { choices: [{ name: 'Ad Vale · mayor', value: 'Ada Vale' }] },
    })
  })

  it('are at most 25, shortened where only shown, left out where a value is too long', async () => {
    const discord = await begin()
    bot.app.suggest = async () => [
      { label: 'too long', value: 'v'.repeat(101) },
      ...Array.from({ length: 40 }, (_, number) => ({ label: 'l'.repeat(150), value: `v${number}` })),
    ]
    const response = await acknowledged(discord.type('quote', { expert: '' }, 'expert'))
    if (response.type !== 8) return fail('no suggestions')
    expect(response.data.choices.map(({ value }) => value)).toEqual(
      Array.from({ length: 25 }, (_, number) => `v${number}`),
    )
  })

  it('are none rather than late', async () => {
    const discord = await begin({ tempo: { suggestWithin: 50 } })
    bot.app.suggest = () => new Promise(() => undefined)
    expect(await acknowledged(discord.type('quote', { expert: 'A' }, 'expert'))).toEqual({
      type: 8,
      data: { choices: [] },
    })
  })
})

describe('“Brief this”', () => {
  it.each([
    [{ content: 'Read (https://courier.example/a?b=1), now' }, 'https://courier.example/a?b=1'],
    [{ content: 'Read this', embeds: [{ url: 'https://courier.example/e' }] }, 'https://courier.example/e'],
    [{ content: `The  bridge\n${'is closed '.repeat(20)}` }, `The bridge ${'is closed '.repeat(20)}`.slice(0, 80)],
  ])('briefs the link in a message, or how it begins', async (message, about) => {
    const discord = await begin()
    await answered(discord.menu('Brief this', message))
    expect(bot.asked[0]?.invocation).toEqual({ command: 'brief', options: { about } })
  })

  it('uses the option for links where the command has one', async () => {
    const options = {
      about: z.string().optional().describe('Words'),
      link: z.string().optional().describe('Address'),
    }
    const brief = command({
      summary: 'B',
      audience: 'everyone',
      example: 'brief',
      options,
      run: () => reply(text('B')),
    })
    const discord = await begin({ commands: new Map([['brief', brief]]) })
    await answered(discord.menu('Brief this', { content: 'https://courier.example/' }))
    expect(bot.asked[0]?.invocation.options).toEqual({ link: 'https://courier.example/' })
  })

  it('gives the command the whole text where it takes one', async () => {
    const options = {
      about: z.string().optional().describe('Words'),
      text: z.string().max(300).optional().describe('Words of a message'),
    }
    const brief = command({
      summary: 'B',
      audience: 'everyone',
      example: 'brief',
      options,
      hidden: ['text'],
      run: () => reply(text('B')),
    })
    const discord = await begin({ commands: new Map([['brief', brief]]) })
    const content = `“No.”\n${'The bridge is closed. '.repeat(20)}`
    await answered(discord.menu('Brief this', { content }))
    expect(bot.asked[0]?.invocation.options).toEqual({ text: content.slice(0, 300) })
  })

  it('says so when there is nothing in the message', async () => {
    const discord = await begin()
    const told = await answered(discord.menu('Brief this', {}))
    expect([words(told), told.ephemeral]).toEqual([
      'That message has neither a link nor text to brief.\nChoose one with the link of an article, or with its text.',
      true,
    ])
  })
})
