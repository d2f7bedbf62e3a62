import { expect, it } from 'vitest'
import { parseLine } from '#core/line/parse-line.ts'
import { Problem } from '#core/problem.ts'
import { commands } from '../../fakes/newsroom.ts'

it('asks of a link alone what to do with it, and offers to brief it', () => {
  const link = 'https://news.example/a?b=c:d'
  for (const line of [link, `<${link}>`, `/${link}`]) {
    let asked: unknown
    try {
      parseLine(line, commands)
    } catch (problem) {
      asked = problem
    }
    expect(asked).toBeInstanceOf(Problem)
    expect(asked).toMatchObject({
      message: 'That is a link. What should I do with it?',
      actions: [{ invocation: { command: 'brief', options: { link } } }],
    })
  }
})
