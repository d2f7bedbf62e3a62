import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { answer as coreAnswer } from '#core/answer.ts'
import { type Command, type Commands, command, group } from '#core/command.ts'
import { parseLine } from '#core/line/parse-line.ts'
import { actions, type Invocation, quote, type Reply, reply, run, text, whisper } from '#core/reply.ts'
import type { App, Connection, Origin } from '#platform.ts'
import { connectDiscord } from '#platforms/discord/session.ts'
import { TEMPO, type Tempo } from '#platforms/discord/tempo.ts'
import { type Discord, startDiscord } from '../../fakes/discord/discord.ts'
import { TOKEN } from '../../fakes/discord/payloads.ts'

interface LogLine {
  readonly level: 'info' | 'warn' | 'error'
  readonly facts: object
  readonly sentence: string
}

interface Asked {
  readonly invocation: Invocation
  readonly origin: Origin
}

const plain = { summary: 'A command', audience: 'everyone', example: 'help' } as const

export const sampleCommands = (): Commands =>
  new Map<string, Command>([
    [
      'brief',
      command({
        ...plain,
        options: { about: z.string().max(200).optional().describe('Words') },
        run: () => reply(text('Brief')),
      }),
    ],
    ['help', command({ ...plain, options: {}, run: () => reply(text('All there is')) })],
    [
      'quote',
      command({
        ...plain,
        options: {
          about: z.string().optional().describe('What about'),
          expert: z.string().max(100).describe('Whose words'),
          position: z.int().min(1).max(99).optional().describe('Which of them'),
          page: z.int().optional().describe('Where the buttons are'),
        },
        hidden: ['page'],
        suggest: { expert: (typed) => [{ label: `${typed} Vale · mayor`, value: 'Ada Vale' }] },
        run: ({ expert, position = 1 }) =>
          reply(
            quote([`Words ${position}`], { bold: expert }),
            actions(run('Next', 'quote', { expert, position: position + 1 }), run('Briefing', 'brief')),
          ),
      }),
    ],
    ['digest', group({ ...plain, audience: 'asker', example: 'digest add at:8' })],
    [
      'digest add',
      command({
        ...plain,
        audience: 'asker',
        options: {
          days: z.enum(['daily', 'weekdays']).describe('Which days'),
          at: z.string().describe('When'),
          silent: z.boolean().optional().describe('Nothing when nothing is new'),
        },
        run: ({ days, at }) => whisper(text(`Added ${days} at ${at}`)),
      }),
    ],
  ])

export interface Bot {
  readonly discord: Discord
  readonly app: App
  readonly connection: Connection
  readonly asked: Asked[]
  readonly log: LogLine[]
  readonly memo: Map<string, string>
}

export interface With {
  readonly discord?: Discord
  readonly commands?: Commands
  readonly tempo?: Partial<Tempo>
  readonly token?: string
  readonly guild?: string
  readonly memo?: Map<string, string>
  /** In place of running the command. */
  answer?(asked: Asked): Promise<Reply>
}

/** The bot, connected to a Discord on loopback by the real discord.js. */
export async function startBot(how: With = {}): Promise<Bot> {
  const discord = how.discord ?? (await startDiscord())
  if (!how.discord) onTestFinished(() => discord.stop())
  const asked: Asked[] = []
  const log: LogLine[] = []
  const memo = how.memo ?? new Map<string, string>()
  const commands = how.commands ?? sampleCommands()
  const note = (level: LogLine['level']) => (facts: object, sentence: string) => log.push({ level, facts, sentence })
  const app: App = {
    commands,
    subscriptions: { at: async () => [] },
    memo: {
      get: async (key) => memo.get(key),
      async set(key, value) {
        memo.set(key, value)
      },
    },
    log: { info: note('info'), warn: note('warn'), error: note('error') },
    async answer(invocation, origin) {
      asked.push({ invocation, origin })
      return how.answer ? how.answer({ invocation, origin }) : runCommand(commands, invocation)
    },
    suggest: async (invocation, option, typed) => {
      const found = commands.get(invocation.command)
      return found ? found.suggest(option, typed, NO_CONTEXT, invocation.options) : []
    },
  }
  const { token = TOKEN, guild } = how
  const settings = { token, api: discord.api, guild }
  const connection = await connectDiscord(app, settings, parseLine, { ...TEMPO, ...CALM, ...how.tempo })
  onTestFinished(() => connection.close())
  return { discord, app, connection, asked, log, memo }
}

/** Waits that only make a test longer, and deadlines that a slow machine must not miss where they are not the question. */
const CALM: Partial<Tempo> = {
  retryFirst: 10,
  closeWithin: 60_000,
  deferAfter: 60_000,
  acknowledgeWithin: 60_000,
  suggestWithin: 60_000,
}

// The sample commands read nothing from their context.
const NO_CONTEXT = {} as Parameters<Command['run']>[1]

const runCommand = (commands: Commands, invocation: Invocation): Promise<Reply> =>
  coreAnswer(invocation, { ...NO_CONTEXT, commands }, () => 'reference')
