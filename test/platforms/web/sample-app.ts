import { z } from 'zod'
import { answer } from '#core/answer.ts'
import { type Command, command, group } from '#core/command.ts'
import type { Context } from '#core/context.ts'
import { Problem } from '#core/problem.ts'
import { actions, fields, heading, open, quote, type Reply, reply, run, text } from '#core/reply.ts'
import type { App, Connection } from '#platform.ts'
import web from '#platforms/web/index.ts'

const WORDS = [
  'We will open the bridge in May, and not a day later.',
  'Nobody has asked the people who live under it.',
  'Steel does not read calendars.',
]

const quoteCommand = command({
  summary: 'An expert’s exact words',
  audience: 'everyone',
  example: 'quote Ada Fenwick about:bridge',
  options: {
    expert: z.string().max(100).describe('Whose words; part of the name is enough'),
    about: z.string().optional().describe('Only what was said about this'),
    page: z.number().int().min(1).optional().describe('Which of the quotes'),
  },
  hidden: ['page'],
  suggest: {
    expert: (typed) =>
      ['Ada Fenwick', 'Adam Ruhl', 'Bo Tranter']
        .filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()))
        .map((name) => ({ label: `${name} · engineer`, value: name })),
  },
  run({ expert, page = 1 }) {
    if (expert === 'Nobody') throw new Problem('Nobody of that name has spoken.', { hint: [{ typed: 'experts' }] })
    const next = run('Next quote', 'quote', { expert, page: page + 1 })
    return reply(
      heading(expert),
      quote([WORDS[page - 1] ?? ''], 'Ada Fenwick', ', bridge engineer'),
      fields({ name: 'Outlet', value: 'The Harbour Post' }, { name: 'Position', value: `${page} of 3` }),
      actions(...(page < 3 ? [next] : []), open('Article', 'https://harbour.example/bridge')),
    )
  },
})

const compareCommand = command({
  summary: 'Two experts side by side',
  audience: 'everyone',
  example: 'compare Fenwick and Tranter',
  options: { first: z.string().describe('One of them'), second: z.string().describe('The other') },
  run: ({ first, second }) => reply(text(first, ' and ', second)),
})

const figuresCommand = command({
  summary: 'Numbers in the news',
  audience: 'everyone',
  example: 'figures',
  options: {
    kind: z.enum(['money', 'people']).optional().describe('Which numbers'),
    most: z.number().int().min(1).max(9).optional().describe('How many'),
    checks: z.boolean().optional().describe('Only those that do not add up'),
  },
  run: (options) => reply(text(JSON.stringify(options))),
})

export interface Sample {
  readonly url: string
  readonly connection: Connection
  readonly added: readonly string[]
  readonly facts: readonly object[]
}

/** The real platform on a free port, with a few real commands and any that the test adds. */
export async function startSample(
  more: Readonly<Record<string, Command>> = {},
  env: Readonly<Record<string, unknown>> = {},
): Promise<Sample> {
  const added: string[] = []
  const digestAdd = command({
    summary: 'Start a digest here',
    audience: 'asker',
    example: 'digest add 8:30',
    options: { at: z.string().describe('The time of day') },
    async run({ at }, { asker }) {
      if (!(await asker.manages())) throw new Problem('Only people who may manage this channel can do that.')
      added.push(at)
      return reply(text(`Every day at ${at}`))
    },
  })
  const commands = new Map<string, Command>([
    ['compare', compareCommand],
    ['digest', group({ summary: 'Scheduled briefings', audience: 'asker', example: 'digest add 8:30' })],
    ['digest add', digestAdd],
    ['figures', figuresCommand],
    ['quote', quoteCommand],
    ...Object.entries(more),
  ])
  const facts: object[] = []
  const app = sampleApp(commands, facts)
  const connection = await web.connect(app, { WEB_PORT: 0, ...env })
  const url = facts.flatMap((fact) => ('url' in fact ? [String(fact.url)] : []))[0] ?? ''
  return { url, connection, added, facts }
}

export function sampleApp(commands: ReadonlyMap<string, Command>, facts: object[]): App {
  const context = (origin: Pick<Context, 'place' | 'asker'>): Context => ({
    ...origin,
    now: new Date('2026-03-01T12:00:00Z'),
    commands,
    timezone: 'UTC',
    titles: new Set(),
    stopWords: new Set(),
    nicknames: new Map(),
    get stories(): never {
      throw new Error('no sample command reads stories')
    },
    get outlets(): never {
      throw new Error('no sample command reads outlets')
    },
    get library(): never {
      throw new Error('no sample command reads the library')
    },
    analyze(): never {
      throw new Error('no sample command reads texts')
    },
    get versions(): never {
      throw new Error('no sample command reads versions')
    },
    get readings(): never {
      throw new Error('no sample command keeps readings')
    },
    get sources(): never {
      throw new Error('no sample command knows sources')
    },
    get reader(): never {
      throw new Error('no sample command reads the web')
    },
    get digests(): never {
      throw new Error('no sample command reads the digests')
    },
  })
  const memory = new Map<string, string>()
  const note = (fact: object) => void facts.push(fact)
  return {
    commands,
    subscriptions: { at: async () => [] },
    memo: { get: async (key) => memory.get(key), set: async (key, value) => void memory.set(key, value) },
    log: { info: note, warn: note, error: note },
    answer: (invocation, origin): Promise<Reply> => answer(invocation, context(origin), () => 'R1'),
    suggest: async (invocation, option, typed, origin) =>
      (await commands.get(invocation.command)?.suggest(option, typed, context(origin), invocation.options)) ?? [],
  }
}

/** A form sent as the page itself sends it. */
export const post = (url: string, path: string, form: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(url + path, { method: 'POST', body: new URLSearchParams(form), headers: { origin: url } })
