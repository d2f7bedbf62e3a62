import { randomUUID } from 'node:crypto'
import type { Invocation, Reply } from '#core/reply.ts'
import { text, whisper } from '#core/reply.ts'
import type { Receiver } from './calls.ts'
import { type Body, EPHEMERAL, type Message } from './components.ts'
import { type Desk, keepInvocations } from './desk.ts'
import { ALREADY_ACKNOWLEDGED, errorCode, facts, mayPass } from './faults.ts'
import type { Modal } from './modal.ts'
import { persist } from './persist.ts'
import { render, spellSlash } from './render.ts'
import { pause, within } from './tempo.ts'

/** Kinds of response: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object */
const MESSAGE = 4
const DEFERRED_MESSAGE = 5
const DEFERRED_UPDATE = 6
const UPDATE = 7
const MODAL = 9

/** What is known of an interaction before its answer is. */
export interface Asked {
  readonly invocation: Invocation
  /** Who will probably see the answer: has to be said when deferring. */
  readonly audience: Reply['audience']
  /** The message whose button was pressed to turn its page, and whether only the asker sees it. */
  readonly turns?: { readonly ephemeral: boolean }
  /** A form that can be put in front of the asker at once, made from the reply; not after a modal. */
  form?(reply: Reply): Modal | undefined
}

export interface Exchange {
  /** Answers within Discord's 3 seconds, or says within them that the answer is coming. */
  answer(pending: Promise<Reply>, asked: Asked): Promise<void>
  ask(modal: Modal): Promise<void>
  /** Tells the asker alone; for what could not be answered. Never throws. */
  tell(reply: Reply): Promise<void>
}

/** One interaction from arrival to answer. Begin it as soon as the interaction arrives: its clock runs. */
export function exchange(desk: Desk, to: Receiver): Exchange {
  const { calls, tempo, app } = desk
  const arrived = performance.now()
  let acknowledged = false

  async function acknowledge(response: object): Promise<void> {
    for (;;) {
      const left = tempo.acknowledgeWithin - (performance.now() - arrived)
      try {
        await calls.callback(to, response, left)
        acknowledged = true
        return
      } catch (error) {
        // An earlier attempt got through although its answer was lost.
        if (errorCode(error) === ALREADY_ACKNOWLEDGED) {
          acknowledged = true
          return
        }
        if (!mayPass(error) || performance.now() - arrived > tempo.acknowledgeWithin - 300) throw error
        await pause(100)
      }
    }
  }

  async function followUps(messages: readonly Message[], ephemeral: boolean): Promise<void> {
    // Twice is better than never here: an answer with a hole in it would mislead.
    for (const { body } of messages) {
      await persist(() => calls.followUp(to, addressed(body, ephemeral)), tempo.retryFirst)
    }
  }

  async function open(modal: Modal): Promise<void> {
    await keepInvocations(app, [modal])
    await acknowledge({ type: MODAL, data: modal.data })
  }

  return {
    ask: open,

    async answer(pending, asked) {
      const early = await within(pending, tempo.deferAfter - (performance.now() - arrived))
      const deferredTo = asked.audience === 'asker'
      if (early === undefined) {
        await acknowledge(
          asked.turns
            ? { type: DEFERRED_UPDATE }
            : { type: DEFERRED_MESSAGE, ...(deferredTo && { data: { flags: EPHEMERAL } }) },
        )
      }
      const reply = early ?? (await pending)
      const form = acknowledged ? undefined : asked.form?.(reply)
      if (form) return open(form)

      const messages = render(reply, spellSlash, asked.invocation.command)
      const [first, ...others] = messages
      if (!first) return
      const ephemeral = reply.audience === 'asker'
      const inPlace = asked.turns?.ephemeral === ephemeral && others.length === 0
      await keepInvocations(app, messages)
      if (!acknowledged) {
        await acknowledge(
          inPlace ? { type: UPDATE, data: first.body } : { type: MESSAGE, data: addressed(first.body, ephemeral) },
        )
        await followUps(others, ephemeral)
      } else if (asked.turns ? inPlace : deferredTo === ephemeral) {
        await persist(() => calls.editOriginal(to, first.body), tempo.retryFirst)
        await followUps(others, ephemeral)
      } else {
        // Who sees a deferred answer was settled when deferring: another audience needs another message, and
        // while the first still says "thinking" Discord would turn a follow-up into an edit of it.
        if (!asked.turns) await persist(() => calls.deleteOriginal(to), tempo.retryFirst)
        await followUps(messages, ephemeral)
      }
    },

    async tell(reply) {
      const [first] = render(reply)
      if (!first) return
      const data = addressed(first.body, true)
      try {
        if (acknowledged) await calls.followUp(to, data)
        else await acknowledge({ type: MESSAGE, data })
      } catch (error) {
        app.log.warn(facts(error), 'Discord: an interaction could not be answered')
      }
    },
  }
}

const addressed = (body: Body, ephemeral: boolean): Body =>
  ephemeral ? { ...body, flags: body.flags | EPHEMERAL } : body

/** For what went wrong between the answer and Discord. The reference is what the log has it under. */
export function lostAnswer(desk: Desk, error: unknown): Reply {
  const reference = randomUUID().slice(0, 8)
  desk.app.log.error({ ...facts(error), reference }, 'Discord: an answer could not be delivered')
  return whisper(
    text('Discord did not take the answer. Please try once more.'),
    text({ italic: `If it happens again, tell whoever runs this bot the reference ${reference}.` }),
  )
}
