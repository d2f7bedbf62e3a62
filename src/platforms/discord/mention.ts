import { createHash } from 'node:crypto'
import { type Message, MessageType, PermissionFlagsBits } from 'discord.js'
import { problemReply } from '#core/answer.ts'
import type { Commands } from '#core/command.ts'
import { Problem } from '#core/problem.ts'
import type { Invocation, Reply } from '#core/reply.ts'
import { type Desk, keepInvocations, restarting } from './desk.ts'
import { facts } from './faults.ts'
import { LIMITS } from './limits.ts'
import { messageOrigin } from './origin.ts'
import { persist } from './persist.ts'
import { render, spellSlash } from './render.ts'
import { within } from './tempo.ts'

/** Reads a typed line; throws `Problem`. */
export type ReadLine = (line: string, commands: Commands) => Invocation

/**
 * Answers a message that names the bot, and every direct message. Discord sends the text of just these to
 * a bot without the privileged intent. Never throws.
 */
export function mentionHandler(desk: Desk, readLine: ReadLine): (message: Message) => Promise<void> {
  const mute = new Set<string>()
  return async (message) => {
    const line = lineFor(message)
    if (line === undefined) return
    const allowed = permissionsFor(message)
    if (!allowed.post) {
      if (!mute.has(message.channelId)) {
        desk.app.log.warn({ channel: message.channelId }, 'Discord: mentioned where the bot may not post')
      }
      mute.add(message.channelId)
      return
    }
    try {
      await answerLine(desk, readLine, message, line, allowed.refer)
    } catch (error) {
      desk.app.log.error({ ...facts(error), channel: message.channelId }, 'Discord: a mention could not be answered')
    }
  }
}

/** What was said to the bot. A reply to one of its messages is not: only a name in the text calls it. */
function lineFor(message: Message): string | undefined {
  if (message.author.bot || message.webhookId !== null) return undefined
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return undefined
  const name = new RegExp(`<@!?${message.client.user.id}>`)
  if (!message.channel.isDMBased() && !name.test(message.content)) return undefined
  return message.content.replace(name, ' ').trim() || 'help'
}

/** Whether the bot may write where it was named, and refer to the message: that takes Read Message History. */
function permissionsFor({ channel, guild }: Message): { post: boolean; refer: boolean } {
  const me = guild?.members.me
  // Not in the cache: Discord itself will say.
  if (channel.isDMBased() || !me) return { post: true, refer: true }
  const mine = channel.permissionsFor(me)
  const write = channel.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages
  return {
    post: mine.has([PermissionFlagsBits.ViewChannel, write]),
    refer: mine.has(PermissionFlagsBits.ReadMessageHistory),
  }
}

async function answerLine(
  desk: Desk,
  readLine: ReadLine,
  message: Message,
  line: string,
  refer: boolean,
): Promise<void> {
  const [reply, command] = await replyTo(desk, readLine, message, line)
  const messages = render(reply, spellSlash, command)
  await keepInvocations(desk.app, messages)
  for (const [index, { body }] of messages.entries()) {
    const post = {
      ...body,
      allowed_mentions: { parse: [], replied_user: false },
      ...(refer && index === 0 && { message_reference: { message_id: message.id, fail_if_not_exists: false } }),
      // A call made again after an ambiguous failure must not post the answer twice.
      nonce: nonce(`${message.id}:${index}`),
      enforce_nonce: true,
    }
    await persist(() => desk.calls.post(message.channelId, post), desk.tempo.retryFirst)
  }
}

async function replyTo(desk: Desk, readLine: ReadLine, message: Message, line: string): Promise<[Reply, string?]> {
  if (desk.closing()) return [restarting]
  try {
    const invocation = readLine(line, desk.app.commands)
    const pending = desk.work.run(() => desk.app.answer(invocation, messageOrigin(message)))
    const early = await within(pending, desk.tempo.deferAfter)
    if (early === undefined) await desk.calls.typing(message.channelId).catch(() => undefined)
    return [early ?? (await pending), invocation.command]
  } catch (error) {
    if (error instanceof Problem) return [problemReply(error)]
    throw error
  }
}

export const nonce = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, LIMITS.nonce.most)
