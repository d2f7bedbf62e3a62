import {
  type BaseInteraction,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js'
import { problemReply } from '#core/answer.ts'
import { missingOptions } from '#core/command.ts'
import { Problem } from '#core/problem.ts'
import { type Invocation, type Reply, text, whisper } from '#core/reply.ts'
import { suggestWhileTyping } from './autocomplete.ts'
import { briefOf } from './brief-this.ts'
import { type Pressed, readCustomId } from './custom-id.ts'
import { type Desk, restarting } from './desk.ts'
import { type Asked, type Exchange, exchange, lostAnswer } from './exchange.ts'
import { invocationOf } from './invocation.ts'
import { filledIn, type Modal, modal } from './modal.ts'
import { interactionOrigin } from './origin.ts'

/** Answers whatever somebody did with a command or a widget. Never throws. */
export async function handleInteraction(desk: Desk, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return suggestWhileTyping(desk, interaction)
  const talk = exchange(desk, interaction)
  if (desk.closing()) return talk.tell(restarting)
  try {
    if (interaction.isChatInputCommand()) await runSlash(desk, talk, interaction, invocationOf(interaction))
    else if (interaction.isMessageContextMenuCommand()) {
      await runSlash(desk, talk, interaction, briefOf(interaction.targetMessage, desk.app.commands))
    } else if (interaction.isMessageComponent() || interaction.isModalSubmit()) await press(desk, talk, interaction)
  } catch (error) {
    await talk.tell(error instanceof Problem ? problemReply(error) : lostAnswer(desk, error))
  }
}

async function runSlash(desk: Desk, talk: Exchange, interaction: Interaction, invocation: Invocation): Promise<void> {
  const command = desk.app.commands.get(invocation.command)
  const missing = command ? missingOptions(command, invocation.options) : []
  if (command && missing.length > 0) return talk.ask(modal(command, invocation, missing, false))
  await run(desk, talk, interaction, invocation, { form: (reply) => formOf(desk, reply, false) })
}

async function press(
  desk: Desk,
  talk: Exchange,
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
): Promise<void> {
  const id = interaction.isStringSelectMenu() ? interaction.values[0] : interaction.customId
  const pressed = await readCustomId(id ?? '', (key) => desk.app.memo.get(key))
  if (!pressed) {
    return talk.tell(whisper(text('This button is too old to be understood. Please run the command again.')))
  }
  const command = desk.app.commands.get(pressed.invocation.command)
  const turn = pressed.press === 'turn' || pressed.press === 'askTurn'
  const turns = turn && interaction.message ? { ephemeral: isEphemeral(interaction.message.flags) } : undefined
  if (interaction.isModalSubmit()) {
    const options = { ...pressed.invocation.options, ...(command && filledIn(interaction, command)) }
    return run(desk, talk, interaction, { ...pressed.invocation, options }, { ...(turns && { turns }) })
  }
  if (command && asks(pressed)) {
    const missing = pressed.missing.length > 0 ? pressed.missing : missingOptions(command, pressed.invocation.options)
    if (missing.length > 0) return talk.ask(modal(command, pressed.invocation, missing, turn))
  }
  const form = (reply: Reply) => formOf(desk, reply, turns !== undefined)
  await run(desk, talk, interaction, pressed.invocation, { form, ...(turns && { turns }) })
}

const asks = ({ press }: Pressed): boolean => press === 'ask' || press === 'askTurn'

const isEphemeral = (flags: { has(flag: MessageFlags.Ephemeral): boolean }): boolean =>
  flags.has(MessageFlags.Ephemeral)

async function run(
  desk: Desk,
  talk: Exchange,
  interaction: BaseInteraction,
  invocation: Invocation,
  how: Pick<Asked, 'form' | 'turns'>,
): Promise<void> {
  const audience = desk.app.commands.get(invocation.command)?.audience ?? 'asker'
  const pending = desk.work.run(() => desk.app.answer(invocation, interactionOrigin(interaction)))
  await talk.answer(pending, { invocation, audience, ...how })
}

/** A reply that only asks for options is put as a modal rather than as a button that opens one. */
function formOf(desk: Desk, reply: Reply, turn: boolean): Modal | undefined {
  const [block, ...others] = reply.blocks
  if (block?.kind !== 'form' || others.length > 0) return undefined
  const command = desk.app.commands.get(block.invocation.command)
  return command && modal(command, block.invocation, block.missing, turn)
}
