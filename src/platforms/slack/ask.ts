import { problemReply } from '#core/answer.ts'
import { missingOptions } from '#core/command.ts'
import { parseLine } from '#core/line/parse-line.ts'
import { Problem } from '#core/problem.ts'
import type { Invocation } from '#core/reply.ts'
import type { Target } from './answering.ts'
import { answerTo, type Desk } from './desk.ts'
import { describeFailure } from './failure.ts'
import { keep } from './invocation-value.ts'
import { buildModal } from './modal.ts'

/** Answers a typed line. With a trigger, what is missing is asked for in a form; else with a button that opens one. */
export async function askLine(desk: Desk, line: string, target: Target, trigger?: string): Promise<void> {
  let invocation: Invocation
  try {
    invocation = parseLine(line, desk.app.commands)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return desk.send(problemReply(error), target)
  }
  if (trigger !== undefined && (await openForm(desk, invocation, target, trigger))) return
  answerTo(desk, invocation, target)
}

/** Opens the form for what an invocation lacks, within the three seconds that a trigger lives. False when there was none. */
export async function openForm(desk: Desk, invocation: Invocation, target: Target, trigger: string): Promise<boolean> {
  const command = desk.app.commands.get(invocation.command)
  const missing = command ? missingOptions(command, invocation.options) : []
  if (!command || missing.length === 0) return false
  const { channel, thread } = target.origin.place
  try {
    const { view, kept } = buildModal(
      { invocation, channel, thread, responseUrl: target.responseUrl },
      command,
      missing,
    )
    await keep(kept, desk.app.memo)
    await desk.web.views.open({ trigger_id: trigger, view })
    return true
  } catch (error) {
    desk.app.log.warn({ platform: 'slack', error: describeFailure(error) }, 'A form could not be opened.')
    return false
  }
}
