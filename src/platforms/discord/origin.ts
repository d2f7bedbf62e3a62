import { type BaseInteraction, type Message, PermissionFlagsBits } from 'discord.js'
import type { Place } from '#core/place.ts'
import type { Origin } from '#platform.ts'

/** A thread is a channel of its own in Discord. */
const place = (guild: string | null, channel: string): Place => ({
  platform: 'discord',
  ...(guild !== null && { tenant: guild }),
  channel,
})

/** Discord sends the asker's permissions in that channel along; nobody else is there in a direct message. */
export function interactionOrigin(interaction: BaseInteraction): Origin {
  const { user, memberPermissions, guildId } = interaction
  return {
    place: place(guildId, interaction.channelId ?? ''),
    asker: {
      id: user.id,
      name: user.displayName,
      manages: async () => guildId === null || (memberPermissions?.has(PermissionFlagsBits.ManageChannels) ?? false),
    },
  }
}

export function messageOrigin(message: Message): Origin {
  return {
    place: place(message.guildId, message.channelId),
    asker: {
      id: message.author.id,
      name: message.author.displayName,
      async manages() {
        if (message.channel.isDMBased()) return true
        const member = await message.guild?.members.fetch(message.author.id)
        return (
          member !== undefined &&
          message.channel.permissionsFor(member).has(PermissionFlagsBits.ManageChannels) === true
        )
      },
    },
  }
}
