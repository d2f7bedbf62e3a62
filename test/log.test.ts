import { PassThrough } from 'node:stream'
import { afterEach, expect, it, vi } from 'vitest'
import { Outage, Problem } from '#core/problem.ts'
import { createLog, secretValues } from '#log.ts'

const written = (isTTY: boolean, write: (log: ReturnType<typeof createLog>) => void, plain?: boolean): string => {
  const output = Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream
  write(createLog('info', secretValues({ CHIRPER_TOKEN: 'chp-hush-hush', PATH: '/usr/bin' }), output, plain))
  return String(output.read())
}

it('carries no secret out, wherever in the facts it stands', () => {
  const line = written(false, (log) =>
    log.error(
      { err: new Error('401 for chp-hush-hush'), url: 'https://example.org/chp-hush-hush/x' },
      'Refused: chp-hush-hush',
    ),
  )
  expect(line).not.toContain('hush')
  expect(JSON.parse(line)).toMatchObject({ level: 50, msg: 'Refused: [secret]', url: 'https://example.org/[secret]/x' })
})

it('is a sentence for a person and a line of JSON for a machine', () => {
  expect(written(true, (log) => log.warn({ reference: 'ab12' }, 'Something broke.'))).toBe(
    'warning: Something broke. (reference ab12)\n',
  )
  expect(JSON.parse(written(false, (log) => log.info({ count: 3 }, 'Three articles.')))).toMatchObject({
    count: 3,
    msg: 'Three articles.',
  })
})

it('is a sentence without a terminal, too, where nobody collects lines', () => {
  expect(written(false, (log) => log.info({ url: 'x' }, 'Ask in the browser.'), true)).toBe('Ask in the browser.\n')
})

const full = () =>
  new Outage('The disk that holds /srv/onrecord.db is full.', {
    hint: 'Free some space.',
    inChat: new Problem('The disk is full.'),
    cause: new Error('database or disk is full'),
  })

it('says what an error was, by whichever name it is given, and what it came of', () => {
  const write = (log: ReturnType<typeof createLog>) => {
    log.error({ err: full() }, 'A beat failed.')
    log.error({ error: full() }, 'A part failed.')
  }
  const [beat, part] = written(false, write).split('\n')
  const expected = {
    type: 'Problem',
    message: 'The disk that holds /srv/onrecord.db is full.',
    causes: ['database or disk is full'],
    hint: 'Free some space.',
  }
  expect([JSON.parse(beat ?? '').err, JSON.parse(part ?? '').error]).toEqual([expected, expected])
  expect(written(true, write)).toMatch(
    /^error: A beat failed\. The disk that holds \S+ is full\. Free some space\.\nerror: A part failed\. The disk/,
  )
})

it('says where a bug is, to a person and to a machine, and nothing that a library keeps in its errors', () => {
  const bug = Object.assign(new TypeError('x is not iterable'), { url: 'https://example.org/webhooks/1/hush', code: 7 })
  const log = written(false, (log) => log.error({ err: bug, reference: 'ab12' }, 'It broke.'))
  expect(JSON.parse(log).err).toEqual({ type: 'TypeError', message: 'x is not iterable', code: 7, stack: bug.stack })
  expect(written(true, (log) => log.error({ err: bug, reference: 'ab12' }, 'It broke.'))).toMatch(
    /^error: It broke\. TypeError: x is not iterable \(at .*log\.test\.ts:\d+:\d+\)\)? \(reference ab12\)\n$/,
  )
})

it('says what a platform tells of an error in words, and nothing of what was thrown and is no error', () => {
  const said = written(true, (log) => {
    log.warn({ error: 'ratelimited' }, 'Not shown.')
    log.warn({ err: { odd: 1 } }, 'Nor this.')
  })
  expect(said).toBe('warning: Not shown. (ratelimited)\nwarning: Nor this.\n')
})

afterEach(() => void vi.useRealTimers())

it('tells what repeats once, and after a minute how often it came', () => {
  vi.useFakeTimers()
  const said = written(true, (log) => {
    for (let at = 0; at < 300; at += 1) log.warn({ source: `s${at}` }, 'The disk is full.')
    log.warn({}, 'The clock stepped back.')
    log.info({}, 'Twelve articles.')
    log.info({}, 'Twelve articles.')
    vi.advanceTimersByTime(60_000)
    log.warn({}, 'The disk is full.')
  })
  expect(said).toBe(
    [
      'warning: The disk is full.',
      'warning: The clock stepped back.',
      'Twelve articles.',
      'Twelve articles.',
      'warning: The disk is full. (299 more times within a minute)',
      'warning: The disk is full.\n',
    ].join('\n'),
  )
})

it('counts for a collector only what is the same in every fact', () => {
  vi.useFakeTimers()
  const lines = written(false, (log) => {
    for (const source of ['s1', 's2', 's1', 's1']) log.error({ source }, 'It broke.')
    vi.advanceTimersByTime(60_000)
  })
  const told = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(told.map(({ source, repeated }) => [source, repeated])).toEqual([
    ['s1', undefined],
    ['s2', undefined],
    ['s1', 2],
  ])
})
