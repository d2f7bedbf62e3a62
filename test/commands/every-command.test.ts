import { describe, expect, it } from 'vitest'
import { parseLine } from '#core/line/parse-line.ts'
import { article, commands, newsroom, ownArticles, read } from '../fakes/newsroom.ts'

const everything = await newsroom(ownArticles())
const one = await newsroom([article('“Rain is coming,” said Ada Lindqvist, a forecaster.')])

const runnable = [...commands].filter(([, command]) => !command.group)

describe.each([...commands])('/%s', (name, command) => {
  it('has a name and a summary that every platform takes', () => {
    expect(name).toMatch(/^[a-z][a-z-]{0,31}(?: [a-z][a-z-]{0,31})?$/)
    expect(command.summary).toMatch(/^[A-Z].{5,99}$/)
    expect(command.summary).not.toMatch(/\.$/)
  })

  it('describes every option in a line that fits a menu', () => {
    for (const [option, { description }] of command.options) {
      expect(option).toMatch(/^[a-z][a-z-]{0,31}$/)
      expect(description.length).toBeGreaterThan(3)
      expect(description.length).toBeLessThanOrEqual(100)
    }
  })

  it('answers options of any type with a sentence, never with a bug', async () => {
    for (const value of ['', ' ', '\u202e\u202d', '!!!', 'x'.repeat(5000), 12, -1, true, null, { a: 1 }, ['a']]) {
      for (const option of command.options.keys()) {
        const reply = await one.run({ command: name, options: { [option]: value } })
        expect(reply.blocks.length).toBeGreaterThan(0)
      }
    }
  })
})

describe.each(runnable)('/%s', (name, command) => {
  it('gives an example in help that its own options accept', async () => {
    expect(parseLine(command.example, commands).command).toBe(name)
    const reply = await everything.ask(command.example)
    expect(read(reply)).not.toMatch(/should be|no command called|Still to say/)
  })

  it('has an empty state that says what to do next', async () => {
    const reply = await (await newsroom([])).ask(command.example)
    expect(reply.blocks.length).toBeGreaterThan(0)
    const said = read(reply)
    if (reply.audience === 'asker' && !name.startsWith('help')) expect(said).toMatch(/\/|content\/articles|CONTENT_DIR/)
  })

  it('shows up in help with its example', async () => {
    expect(read(await one.ask(`help ${name}`))).toContain(`/${command.example}`)
  })
})

it('says of an unknown command what there is', async () => {
  expect(read(await one.run({ command: 'weather', options: {} }))).toBe(
    'There is no command called “weather”.\n/help lists all there are.',
  )
})
