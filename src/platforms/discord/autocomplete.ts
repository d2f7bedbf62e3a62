import type { AutocompleteInteraction } from 'discord.js'
import type { Suggestion } from '#core/command.ts'
import { fold } from '#core/text/fold.ts'
import type { Desk } from './desk.ts'
import { facts } from './faults.ts'
import { invocationOf } from './invocation.ts'
import { clip, LIMITS } from './limits.ts'
import { interactionOrigin } from './origin.ts'
import { within } from './tempo.ts'

const CHOICES = 8

/** Suggestions while an option is typed: nothing rather than too late. */
export async function suggestWhileTyping(desk: Desk, interaction: AutocompleteInteraction): Promise<void> {
  const arrived = performance.now()
  const invocation = invocationOf(interaction)
  const { name, value: typed } = interaction.options.getFocused(true)
  const option = desk.app.commands.get(invocation.command)?.options.get(name)
  const { [name]: _, ...options } = invocation.options
  const found: readonly Suggestion[] = option?.choices
    ? option.choices.filter((choice) => fold(choice).includes(fold(typed))).map((value) => ({ label: value, value }))
    : ((await within(
        desk.app.suggest({ ...invocation, options }, name, typed, interactionOrigin(interaction)),
        desk.tempo.suggestWithin,
      )) ?? [])
  const numeric = option?.type === 'integer' || option?.type === 'number'
  const choices = found
    // A value cannot be shortened: it would mean something else.
    .filter(({ label, value }) => label.trim() !== '' && value !== '' && value.length <= LIMITS.choiceValue.most)
    .filter(({ value }) => !numeric || !Number.isNaN(Number(value)))
    .slice(0, LIMITS.choices.most)
    .map(({ label, value }) => ({
      name: clip(label, LIMITS.choiceName.most),
      value: numeric ? Number(value) : value,
    }))
  try {
    const left = desk.tempo.acknowledgeWithin - (performance.now() - arrived)
    await desk.calls.callback(interaction, { type: CHOICES, data: { choices } }, left)
  } catch (error) {
    // The next keystroke asks again.
    desk.app.log.info(facts(error), 'Discord: suggestions came too late')
  }
}
