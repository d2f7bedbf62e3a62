import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { command } from '#core/command.ts'
import { type Block, type QuoteBlock, quote, reply, text } from '#core/reply.ts'
import { type Sample, startSample } from './sample-app.ts'

const path = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

/** Each tries to end the element, attribute, comment or script that it is put in, or to reach the network. */
const HOSTILE = [
  '</p></blockquote><script>document.title="owned"</script>',
  '<img src=x onerror=\'document.title="owned"\'>',
  '"><svg onload=document.title="owned">',
  "' autofocus onfocus='document.title=1",
  '<!-- <title>owned</title> -->',
  '<![CDATA[x]]>',
  '<plaintext>',
  '<textarea><select><math><mtext><table><mglyph><style>',
  '</html></body><base href="http://evil.example/">',
  '&lt;b&gt; &amp;amp; &#60; &nbsp; &copy &notit;',
  'javascript:alert(1)',
  '\u202edrawkcab\u2066',
  '\u00a0 spaces  kept \t\r\n and\rlines ',
  '\u2028\u2029\ufeff\u0001\u001f\u007f\u0085\uffff',
  '{{constructor.constructor("x")()}} <%= x %>',
  '👩‍👩‍👧 naïve “quoted” «words» 日本語',
]

// A browser on a busy machine takes its time; nothing here is about how long.
const PATIENCE = 60_000

describe.skipIf(!existsSync(path))(`the page in a browser (needs Chromium at ${path})`, { timeout: PATIENCE }, () => {
  let sample: Sample
  let browser: Browser
  let page: Page
  let elsewhere: string[] = []
  let complaints: string[] = []

  beforeAll(async () => {
    const hostile = command({
      summary: 'Words that bite',
      audience: 'everyone',
      example: 'hostile',
      options: {},
      run: () => reply(quote(HOSTILE, ...HOSTILE.map((words) => ({ link: words, url: words })))),
    })
    const of = (...blocks: readonly Block[]) =>
      command({ summary: 'Blocks', audience: 'everyone', example: 'blocks', options: {}, run: () => reply(...blocks) })
    const said = (words: string): QuoteBlock => ({ kind: 'quote', passages: [words], credit: 'Ada Fenwick' })
    const when = of(text('next ', { time: '2026-03-01T07:30:00Z', zone: 'Europe/Berlin' }))
    const pair = of(said('We will open the bridge in May.'), {
      ...said('Steel does not read calendars.'),
      beside: true,
    })
    const searched = of(text('Try ', { typed: 'search "general overhaul" from:Musk -budget' }))
    sample = await startSample({ hostile, when, pair, searched })
    // Its sandbox needs rights that a container often withholds; nothing but our own page is opened.
    browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] })
  }, PATIENCE)
  afterAll(async () => {
    await browser.close()
    await sample.connection.close()
  })
  beforeEach(async () => {
    elsewhere = []
    complaints = []
    page = await browser.newPage({ reducedMotion: 'reduce' })
    await page.addInitScript({ path: new URL('in-page.js', import.meta.url).pathname })
    page.on('request', (request) => {
      if (!request.url().startsWith(sample.url)) elsewhere.push(request.url())
    })
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(sample.url)
    return async () => {
      await page.close()
      expect(elsewhere).toEqual([])
      expect(complaints).toEqual([])
    }
  })

  const answers = () => page.locator('.exchange:not(.pending)')

  test('answers a typed question and a pressed button below it, without a reload', async () => {
    await page.evaluate(() => Object.assign(globalThis, { stayed: true }))
    await page.getByLabel('Ask as in chat').fill('quote Ada Fenwick')
    await page.keyboard.press('Enter')
    await answers().first().waitFor()
    await page.getByRole('button', { name: 'Next quote' }).click()
    await answers().nth(1).waitFor()
    expect(await answers().locator('blockquote p').allTextContents()).toEqual([
      'We will open the bridge in May, and not a day later.',
      'Nobody has asked the people who live under it.',
    ])
    expect(await page.evaluate(() => 'stayed' in globalThis)).toBe(true)
    expect(await page.getByLabel('Ask as in chat').inputValue()).toBe('')
    // The address is now the last answer’s, for a reload or a friend.
    await page.reload()
    expect(await answers().locator('blockquote p').allTextContents()).toEqual([
      'Nobody has asked the people who live under it.',
    ])
  })

  test('suggests while one types and takes a suggestion by keyboard', async () => {
    const line = page.getByLabel('Ask as in chat')
    await line.pressSequentially('quote ad')
    await page.getByRole('option', { name: 'Ada Fenwick' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const active = await line.getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${active}"]`).textContent()).toBe('Adam Ruhl · engineer')
    await page.keyboard.press('Enter')
    expect(await line.inputValue()).toBe('quote "Adam Ruhl"')
    expect(await page.getByRole('listbox').count()).toBe(0)
    await page.keyboard.press('Enter')
    await answers().first().waitFor()
    expect(await answers().locator('h4').textContent()).toBe('Adam Ruhl')
  })

  test('keeps the list one moves in, though an answer to a later letter comes in between', async () => {
    const held = Promise.withResolvers<void>()
    await page.route('**/suggest?*quote+ad*', async (route) => {
      await held.promise
      await route.continue()
    })
    const line = page.getByLabel('Ask as in chat')
    await line.pressSequentially('quote a')
    await page.getByRole('option', { name: 'Ada Fenwick' }).waitFor()
    const late = page.waitForResponse(/quote\+ad/)
    await line.press('d')
    await line.press('ArrowDown')
    held.resolve()
    await (await late).finished()
    await page.evaluate('new Promise((frame) => requestAnimationFrame(frame))')
    expect(await page.locator('[aria-selected="true"]').textContent()).toMatch(/^Ada Fenwick/)
    await page.keyboard.press('Enter')
    expect(await line.inputValue()).toBe('quote "Ada Fenwick"')
  })

  test('suggests in a drawn form and answers it', async () => {
    await page.locator('summary', { hasText: 'quote' }).click()
    await page.getByLabel('expert').pressSequentially('bo')
    await page.getByRole('option', { name: 'Bo Tranter' }).click()
    await page.getByRole('button', { name: 'Run quote' }).click()
    await answers().first().waitFor()
    expect(await answers().locator('h4').textContent()).toBe('Bo Tranter')
  })

  test('brings earlier questions back with the arrow keys, and the unfinished one after them', async () => {
    const line = page.getByLabel('Ask as in chat')
    for (const [i, asked] of ['quote Ada Fenwick', 'figures'].entries()) {
      await line.fill(asked)
      await page.keyboard.press('Enter')
      await answers().nth(i).waitFor()
    }
    await line.evaluate((field) => Object.assign(field, { value: 'half' }))
    const seen: string[] = []
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown']) {
      await line.press(key)
      seen.push(await line.inputValue())
    }
    expect(seen).toEqual(['figures', 'quote Ada Fenwick', 'quote Ada Fenwick', 'figures', 'half'])
  })

  test('asks before a followed link changes something', async () => {
    await page.goto(`${sample.url}/?say=digest`)
    await page.locator('a.typed', { hasText: 'digest add 8:30' }).click()
    await page.getByRole('button', { name: 'Run digest add' }).last().waitFor()
    expect(sample.added).toEqual([])
    await page.locator('#answers').getByRole('button', { name: 'Run digest add' }).click()
    await page.getByText('Every day at 8:30').waitFor()
    expect(sample.added).toEqual(['8:30'])
  })

  test('shows a refusal as a sentence and keeps the words', async () => {
    const line = page.getByLabel('Ask as in chat')
    await line.fill('x'.repeat(5_000))
    await page.keyboard.press('Enter')
    await page.getByText('at most 4000 are read').waitFor()
    expect(await line.inputValue()).toHaveLength(5_000)
    complaints = complaints.filter((complaint) => !complaint.includes('400 (Bad Request)'))
  })

  test('works without a script: links, forms and buttons, also those that change something', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false })
    const before = sample.added.length
    await plain.goto(sample.url)
    await plain.getByLabel('Ask as in chat').fill('quote Ada Fenwick')
    await plain.keyboard.press('Enter')
    await plain.getByRole('button', { name: 'Next quote' }).click()
    expect(await plain.locator('blockquote p').textContent()).toBe('Nobody has asked the people who live under it.')
    await plain.locator('summary', { hasText: 'digest add' }).click()
    await plain.getByLabel('The time of day').fill('7:15')
    await plain.getByRole('button', { name: 'Run digest add' }).click()
    await plain.getByText('Every day at 7:15').waitFor()
    expect(sample.added.slice(before)).toEqual(['7:15'])
    await plain.close()
  })

  test('shows hostile words as they are, and they do nothing', async () => {
    await page.goto(`${sample.url}/?say=hostile`)
    const shown = await page.locator('blockquote p').evaluateAll((all) => all.map((one) => one.textContent))
    expect(shown).toEqual(HOSTILE)
    expect(await page.locator('figcaption a').count()).toBe(0)
    expect(await page.locator('blockquote *').count()).toBe(HOSTILE.length)
    expect(await page.title()).toBe('hostile · Onrecord')
  })

  test('shows a delivery that comes while the page is open, in the reader’s own zone', async () => {
    await sample.connection.deliver({ platform: 'web', channel: 'page' }, '<h4>Morning</h4>', 'late')
    await page.evaluate('measure.look()')
    await page.getByRole('heading', { name: 'Morning' }).waitFor()
    await page.evaluate('measure.look()')
    expect(await page.locator('[data-key="late"]').count()).toBe(1)
  })

  test('can be used by keyboard and by ear: landmarks, labels, headings in order, a visible focus', async () => {
    await page.goto(`${sample.url}/?say=quote+Ada+Fenwick`)
    for (const role of ['banner', 'main', 'contentinfo', 'search', 'log'] as const) {
      expect(await page.getByRole(role).count()).toBe(1)
    }
    await page.evaluate('measure.openAllForms()')
    expect(await page.evaluate('measure.fieldsWithoutLabel()')).toBe(0)
    const levels = await page.evaluate<number[]>('measure.headingLevels()')
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1)
    await page.locator('body').press('Tab')
    expect(await page.evaluate('measure.focusedText()')).toBe('Skip to the question')
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate('measure.focusOutline()')).toBe('solid')
    }
  })

  test.each([
    ['a narrow phone', 320, 640],
    ['a desktop at 200 %', 640, 400],
  ])('fits %s without scrolling sideways', async (_, width, height) => {
    await page.setViewportSize({ width, height })
    for (const address of ['/', '/?say=hostile', '/?say=quote+Ada+Fenwick']) {
      await page.goto(sample.url + address)
      expect(await page.evaluate('measure.sidewaysOverflow()')).toBe(0)
    }
  })

  test.each([
    ['America/New_York', '1 Mar 2026, 02:30 (America/New_York, your time)', '1 Mar 2026, 08:30 (Europe/Berlin)'],
    ['Europe/Berlin', '1 Mar 2026, 08:30 (Europe/Berlin)', null],
  ])('says whose time it is, read in %s', async (timezoneId, shown, title) => {
    const there = await browser.newPage({ timezoneId, locale: 'en-GB' })
    await there.goto(`${sample.url}/?say=when`)
    const time = there.locator('.reply time')
    expect(await time.textContent()).toBe(shown)
    expect(await time.getAttribute('title')).toBe(title)
    await there.close()
  })

  test.each([
    [1280, 2],
    [360, 1],
  ])('shows what two said in columns where there is room: at %i pixels %i', async (width, columns) => {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(`${sample.url}/?say=pair`)
    expect(await page.evaluate<number>(`measure.columns('.beside > .quote')`)).toBe(columns)
  })

  test('keeps the dash of a word that must not occur with it, on the narrowest phone too', async () => {
    await page.goto(`${sample.url}/?say=searched`)
    for (let width = 320; width <= 480; width += 8) {
      await page.setViewportSize({ width, height: 640 })
      expect(await page.evaluate<number>(`measure.linesOf('.reply', '-budget')`), `${width}`).toBe(1)
    }
  })

  test.each(['light', 'dark'] as const)('has words that stand out from the paper, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(`${sample.url}/?say=quote+Ada+Fenwick`)
    for (const words of ['blockquote p', 'cite', 'h3 a', 'dt', '#ask button', 'summary span', 'footer p']) {
      expect(await page.evaluate<number>(`measure.contrast('${words}')`), words).toBeGreaterThanOrEqual(4.5)
    }
  })
})
