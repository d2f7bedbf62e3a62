import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { command } from '#core/command.ts'
import { Problem } from '#core/problem.ts'
import { heading, quote, reply, text } from '#core/reply.ts'
import { DeliveryFailure } from '#platform.ts'
import web from '#platforms/web/index.ts'
import { post, type Sample, sampleApp, startSample } from './sample-app.ts'

const place = { platform: 'web', channel: 'page' }

async function withSample<T>(use: (sample: Sample) => Promise<T>): Promise<T> {
  const sample = await startSample()
  try {
    return await use(sample)
  } finally {
    await sample.connection.close()
  }
}

const deliveries = async (sample: Sample): Promise<readonly { key: string; html: string }[]> => {
  const found = await (await fetch(`${sample.url}/deliveries.json`)).json()
  return z.array(z.object({ key: z.string(), html: z.string() })).parse(found)
}

describe('settings', () => {
  test('a port makes the page wanted, no port does not', () => {
    expect(web.wanted(web.env.parse({}))).toBe(false)
    expect(web.wanted(web.env.parse({ WEB_HOST: '127.0.0.1' }))).toBe(false)
    expect(web.wanted(web.env.parse({ WEB_PORT: '0' }))).toBe(true)
  })

  test.each(['-1', '70000', 'http', '3000.5', ''])('%j is no port', (port) => {
    expect(web.env.safeParse({ WEB_PORT: port }).success).toBe(false)
  })

  test('each has its meaning and an example', () => {
    for (const setting of Object.values(web.env.shape)) {
      const { description, example } = z.globalRegistry.get(setting as z.ZodType) ?? {}
      expect(description).toMatch(/^[A-Z].{20}/)
      expect(typeof example).toBe('string')
    }
  })
})

describe('starting', () => {
  test('says where the page is', () =>
    withSample(async (sample) => {
      expect(sample.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    }))

  test('on a port in use says what to do', () =>
    withSample(async (sample) => {
      const port = Number(new URL(sample.url).port)
      const second = web.connect(sampleApp(new Map(), []), { WEB_PORT: port })
      await expect(second).rejects.toThrow(Problem)
      await expect(second).rejects.toThrow(
        `Port ${port} on 127.0.0.1 is in use. Stop the other program or set WEB_PORT to another number.`,
      )
    }))

  test('on an address of another machine says what to do', async () => {
    const elsewhere = web.connect(sampleApp(new Map(), []), { WEB_HOST: '192.0.2.1', WEB_PORT: 0 })
    await expect(elsewhere).rejects.toThrow(
      '192.0.2.1 is no address of this machine. Set WEB_HOST to one, or leave it out.',
    )
  })
})

describe('a delivery', () => {
  test('is shown on the page as it was rendered', () =>
    withSample(async (sample) => {
      const [message] = web.render(reply(heading('Morning'), quote(['“It’s <late>.”'], 'Bo')))
      await sample.connection.deliver(place, JSON.parse(JSON.stringify(message)), 'd1:1')
      expect(await (await fetch(sample.url)).text()).toContain(String(message))
      expect((await deliveries(sample))[0]?.html).toContain(String(message))
    }))

  test('sent again under its key is shown once, under one id', () =>
    withSample(async (sample) => {
      const first = await sample.connection.deliver(place, '<p>1</p>', 'd1:1')
      const again = await sample.connection.deliver(place, '<p>1</p>', 'd1:1')
      const other = await sample.connection.deliver(place, '<p>2</p>', 'd1:2')
      expect(again).toBe(first)
      expect(other).not.toBe(first)
      expect((await deliveries(sample)).map((one) => one.key)).toEqual(['d1:2', 'd1:1'])
    }))

  test('is kept among the last fifty, and one that fell off does not come back', () =>
    withSample(async (sample) => {
      for (let i = 0; i < 60; i++) await sample.connection.deliver(place, `<p>${i}</p>`, `k${i}`)
      await sample.connection.deliver(place, '<p>0</p>', 'k0')
      const shown = await deliveries(sample)
      expect(shown).toHaveLength(50)
      expect(shown[0]?.key).toBe('k59')
      expect(shown.at(-1)?.key).toBe('k10')
    }))

  test('to a channel the page does not have is refused for good', () =>
    withSample(async (sample) => {
      const lost = sample.connection.deliver({ platform: 'web', channel: 'other' }, '<p>1</p>', 'k')
      await expect(lost).rejects.toThrow(DeliveryFailure)
      await expect(lost).rejects.toMatchObject({ kind: 'gone' })
    }))
})

test('what a person is told is shown with the deliveries, each time', () =>
  withSample(async (sample) => {
    await sample.connection.tell('web', place, reply(text('Paused: <gone>')))
    await sample.connection.tell('web', place, reply(text('Paused again')))
    const shown = (await deliveries(sample)).map((one) => one.html)
    expect(shown[0]).toContain('Paused again')
    expect(shown[1]).toContain('Paused: &#60;gone&#62;')
  }))

test('closing lets the answer under way be read, then takes no more', async () => {
  const { promise: asked, resolve: noteAsked } = Promise.withResolvers<void>()
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const slow = command({
    summary: 'Takes its time',
    audience: 'everyone',
    example: 'slow',
    options: {},
    async run() {
      noteAsked()
      await released
      return reply(text('There you are'))
    },
  })
  const { url, connection } = await startSample({ slow })
  const answer = post(url, '/answer', { say: 'slow' })
  await asked
  let closed = false
  const closing = connection.close().then(() => {
    closed = true
  })
  await expect(fetch(url)).rejects.toThrow()
  expect(closed).toBe(false)
  release()
  const { headers, body } = await answer.then(async (response) => ({
    headers: response.headers,
    body: await response.text(),
  }))
  expect(body).toContain('There you are')
  expect(headers.get('connection')).toBe('close')
  await closing
})
