import { z } from 'zod'
import { answer } from '#core/answer.ts'
import { type Command, type Commands, command, group } from '#core/command.ts'
import type { Context } from '#core/context.ts'
import type { Subscription } from '#core/ports/subscriptions.ts'
import { actions, type Invocation, type Reply, reply, run, text, whisper } from '#core/reply.ts'
import type { App, Origin } from '#platform.ts'

/** Commands that show what a platform made of a question, with each kind of option. */
export const COMMANDS: Commands = new Map<string, Command>([
  [
    'quote',
    command({
      summary: 'An expert’s exact words',
      audience: 'everyone',
      example: 'quote Aldous Venn',
      options: {
        expert: z.string().max(80).describe('Whose words'),
        about: z.string().optional().describe('On what'),
        page: z.number().int().min(1).optional().describe('Which'),
      },
      hidden: ['page'],
      suggest: { expert: () => [{ label: 'Aldous Venn · harbour engineer', value: 'Aldous Venn' }] },
      run: ({ expert, about, page = 1 }) =>
        reply(
          { kind: 'quote', passages: [`Words of ${expert}`], credit: about ?? 'no subject' },
          text(`page ${page}. Try `, { typed: 'quote Venn' }, ' or ', { typed: 'search tide' }),
          actions(run('Next', 'quote', { expert, page: page + 1 }), run('More', 'brief', { about: expert })),
        ),
    }),
  ],
  [
    'brief',
    command({
      summary: 'What happened',
      audience: 'everyone',
      example: 'brief harbour',
      options: { about: z.string().optional().describe('On what') },
      run: ({ about }) => reply(text(`Briefing on ${about ?? 'the newest'}`)),
    }),
  ],
  [
    'search',
    command({
      summary: 'Find words',
      audience: 'everyone',
      example: 'search tide',
      options: { words: z.string().describe('What to find') },
      run: ({ words }) => reply(text(`Found ${words}`)),
    }),
  ],
  [
    'help',
    command({
      summary: 'What there is',
      audience: 'asker',
      example: 'help',
      options: { command: z.string().optional().describe('Which command') },
      run: () => whisper(text('Ask ', { typed: 'quote Venn' })),
    }),
  ],
  [
    'tune',
    command({
      summary: 'Every kind of option',
      audience: 'asker',
      example: 'tune loud 3',
      options: {
        mode: z.enum(['loud', 'soft']).describe('How'),
        times: z.number().int().min(1).max(9).describe('How often'),
        late: z.boolean().optional().describe('Late too'),
      },
      run: ({ mode, times, late }) => whisper(text(`Tuned ${mode} ${times} ${late ?? 'unset'}`)),
    }),
  ],
  ['digest', group({ summary: 'Digests', audience: 'asker', example: 'digest add at:8' })],
  [
    'digest list',
    command({
      summary: 'This channel’s digests',
      audience: 'asker',
      example: 'digest list',
      options: {},
      run: (_, { place }) => whisper(text(`One at 8 in ${place.channel}`), actions(run('Pause', 'digest pause'))),
    }),
  ],
  [
    'digest pause',
    command({
      summary: 'Pause',
      audience: 'asker',
      example: 'digest pause',
      options: {},
      run: async (_, { place, asker }) =>
        whisper(text((await asker.manages()) ? `Paused in ${place.channel}` : 'You may not')),
    }),
  ],
])

/** An app without a store: commands run for real, and what was asked is kept. */
export function fakeApp(more: { commands?: Commands; memo?: Map<string, string>; digestsIn?: readonly string[] } = {}) {
  const memo = more.memo ?? new Map<string, string>()
  const asked: { invocation: Invocation; origin: Origin }[] = []
  const logged: { level: string; facts: object; sentence: string }[] = []
  const commands = more.commands ?? COMMANDS
  const write = (level: string) => (facts: object, sentence: string) => void logged.push({ level, facts, sentence })
  const gates: Promise<void>[] = []
  // These commands use place, asker and commands alone, which earns the cast.
  const contextOf = (origin: Origin) => ({ ...origin, commands, now: new Date(0) }) as unknown as Context
  const app: App = {
    commands,
    memo: {
      get: async (key) => memo.get(key),
      set: async (key, value) => void memo.set(key, value),
    },
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    subscriptions: {
      at: async (place) => ((more.digestsIn ?? []).includes(place.channel) ? [{} as Subscription] : []),
    },
    async answer(invocation, origin): Promise<Reply> {
      asked.push({ invocation, origin })
      await Promise.all(gates)
      return answer(invocation, contextOf(origin), (bug) => {
        write('error')({}, String(bug))
        return 'R1'
      })
    },
    async suggest(invocation, option, typed, origin) {
      return (
        (await commands.get(invocation.command)?.suggest(option, typed, contextOf(origin), invocation.options)) ?? []
      )
    },
  }
  return { app, memo, asked, logged, gates }
}
