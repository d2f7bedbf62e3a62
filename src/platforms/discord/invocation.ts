import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
} from 'discord.js'
import type { Invocation } from '#core/reply.ts'

/** A slash command as it was sent, or as far as it was typed. */
export function invocationOf(interaction: ChatInputCommandInteraction | AutocompleteInteraction): Invocation {
  const { commandName, options } = interaction
  const sub = options.data.find((entry) => entry.type === ApplicationCommandOptionType.Subcommand)
  const given = sub ? (sub.options ?? []) : options.data
  return {
    command: sub ? `${commandName} ${sub.name}` : commandName,
    options: Object.fromEntries(given.map(({ name, value }) => [name, value])),
  }
}
