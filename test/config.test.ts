import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { exampleEnvironment, readSettings } from '#config.ts'
import { Problem } from '#core/problem.ts'
import { discover } from '#discover.ts'
import { type Platform, platform } from '#platform.ts'

const platforms = await discover<Platform>(new URL('../src/platforms/', import.meta.url))
const chirper = platform({
  env: z.object({
    CHIRPER_TOKEN: z
      .string()
      .startsWith('chp-', 'should start with chp-')
      .optional()
      .describe('Key')
      .meta({ example: 'chp-1234' }),
  }),
  wanted: ({ CHIRPER_TOKEN }) => CHIRPER_TOKEN !== undefined,
  channels: { form: /^chirper/, hint: '' },
  render: () => [],
  connect: async () => ({ deliver: async () => '', tell: async () => {}, close: async () => {} }),
})

const faults = (env: Record<string, string>): Problem => {
  try {
    readSettings(env, new Map([['chirper', chirper]]))
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('these settings are fine')
}

it('says of a port and of an address what they may be', () => {
  const read = () => readSettings({ WEB_PORT: '99999', SLACK_API_URL: 'slack' }, platforms)
  expect(read).toThrow('WEB_PORT: should be a port from 0 to 65535. It should look like 3000.')
  expect(read).toThrow('SLACK_API_URL: should be an http or https address.')
})

it.each([
  ['berlin', 'Europe/Berlin'],
  [' Europe/Berlin ', 'Europe/Berlin'],
  ['utc+2', '+02:00'],
  ['Etc/GMT+5', 'Etc/GMT+5'],
  ['US/Eastern', 'America/New_York'],
])('takes the time zone %s as chat does', (typed, zone) => {
  expect(readSettings({ DEFAULT_TIMEZONE: typed }, new Map()).settings.DEFAULT_TIMEZONE).toBe(zone)
})

describe('.env.example', () => {
  it('is what the schemas say (npm run -s onrecord -- env > .env.example)', async () => {
    await expect(exampleEnvironment(platforms)).toMatchFileSnapshot('../.env.example')
  })

  it('says of every variable what it is for', () => {
    const text = exampleEnvironment(platforms)
    const variables = text.split('\n').filter((line) => /^[A-Z_]+=$/.test(line))
    expect(variables).toContain('DATA_DIR=')
    expect(variables).toContain('DISCORD_TOKEN=')
    expect(variables).toContain('SLACK_BOT_TOKEN=')
    expect(text).not.toMatch(/\n# \.\n|undefined/)
  })
})

describe('settings', () => {
  it('have a default for everything', () => {
    const { settings, platforms: own } = readSettings({}, new Map([['chirper', chirper]]))
    expect(settings).toMatchObject({
      CONTENT_DIR: ['content/articles'],
      DATA_DIR: 'data',
      DEFAULT_TIMEZONE: 'UTC',
      CATCH_UP_HOURS: 12,
    })
    expect(chirper.wanted(own.get('chirper')!)).toBe(false)
  })

  it('take an empty value for none', () => {
    expect(readSettings({ DATA_DIR: '', DEFAULT_TIMEZONE: ' ' }, new Map()).settings).toMatchObject({
      DATA_DIR: 'data',
      DEFAULT_TIMEZONE: 'UTC',
    })
  })

  it('name every fault at once, with what it should look like', () => {
    const { message, hint } = faults({
      DEFAULT_TIMEZONE: 'Nowhere/Atall',
      CATCH_UP_HOURS: 'soon',
      LOG_LEVEL: 'loud',
      CHIRPER_TOKEN: 'xyz-9876',
    })
    expect(message).toContain(
      'DEFAULT_TIMEZONE: should be an IANA zone, a city or an offset. It should look like Europe/Berlin.',
    )
    expect(message).toContain('CATCH_UP_HOURS: should be a number of hours. It should look like 12.')
    expect(message).toContain('LOG_LEVEL: should be debug, info, warn, error or silent.')
    expect(message).toContain('CHIRPER_TOKEN: should start with chp-. It should look like chp-1234.')
    expect(hint).toContain('.env.example')
  })

  it('never show a value, which may be a secret', () => {
    expect(faults({ CHIRPER_TOKEN: 'xyz-9876', LOG_LEVEL: 'loud' }).message).not.toMatch(/xyz-9876|loud/)
  })

  it('let one platform go on where only another is set up wrongly', () => {
    const both = new Map([
      ['chirper', chirper],
      [
        'howler',
        { ...chirper, env: z.object({ HOWLER_TOKEN: z.string().optional().describe('Key') }), wanted: () => true },
      ],
    ])
    const { platforms: own, faults: told } = readSettings({ CHIRPER_TOKEN: 'xyz-9876', HOWLER_TOKEN: 'h' }, both)
    expect([...own.keys()]).toEqual(['howler'])
    expect(told).toEqual([expect.stringContaining('CHIRPER_TOKEN: should start with chp-')])
    expect(() => readSettings({ CHIRPER_TOKEN: 'xyz-9876', LOG_LEVEL: 'loud' }, both)).toThrow(
      /CHIRPER_TOKEN[\s\S]*|LOG_LEVEL/,
    )
  })

  it.each(['10.0.0.0/99', '10.0.0.300', 'intranet.example/8', '*.example', 'http://', '10.0.0'])(
    'say which host that may be read is none: %s',
    (host) => {
      expect(faults({ FETCH_ALLOW: `intranet.example, ${host}` }).message).toContain(
        `FETCH_ALLOW: “${host}” is no host, no address and no range of addresses. It should look like intranet.example,10.0.0.0/8.`,
      )
    },
  )

  it.each([
    'https://user:hunter2@intranet.example',
    'user:hunter2@intranet.example',
    'https://us,er:hun/hunter2,x@intranet.example',
  ])('show no password of a link that may be read: %s', (link) => {
    const { message } = faults({ FETCH_ALLOW: `10.0.0.1, ${link}` })
    expect(message).toContain('FETCH_ALLOW: “…@intranet.example” is no host')
    expect(message).not.toMatch(/hun|us,er|user:/)
  })

  it('take hosts, addresses and ranges that may be read, and the host of a pasted link', () => {
    const given =
      'intranet.example 10.0.0.0/8,[::1],fd00::/8, localhost:8080, http://Wiki.example/, 127.0.0.1:3000 zeitung_1 müller.example'
    const { settings } = readSettings({ FETCH_ALLOW: given }, new Map())
    expect(settings.FETCH_ALLOW).toEqual(
      'intranet.example 10.0.0.0/8 [::1] fd00::/8 localhost Wiki.example 127.0.0.1 zeitung_1 müller.example'.split(' '),
    )
  })

  it('recognise a misspelt name', () => {
    expect(faults({ CHIRPER_TOKNE: 'chp-1' }).message).toContain(
      'CHIRPER_TOKNE: there is no such setting. Did you mean CHIRPER_TOKEN?',
    )
  })

  it('leave other programs’ variables alone', () => {
    expect(
      readSettings({ DATABASE_HOST: 'x', HOME: '/root', GITHUB_TOKEN: 'x' }, new Map([['chirper', chirper]])).settings,
    ).toBeDefined()
  })
})
