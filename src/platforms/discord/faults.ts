import { DiscordAPIError, DiscordjsErrorCodes, HTTPError } from 'discord.js'
import { Problem } from '#core/problem.ts'
import { DeliveryFailure } from '#platform.ts'

/** JSON error codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
export const ALREADY_ACKNOWLEDGED = 40060
const GONE = new Set([10003, 10004, 50008])
const FORBIDDEN = new Set([50001, 50007, 50013, 50083, 50278, 160005, 340013])

/** What may be logged of an error: Discord's errors carry the address called, and so an interaction's token. */
export function facts(error: unknown): { error: string; code?: number | string; status?: number } {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof DiscordAPIError) return { error: message, code: error.code, status: error.status }
  if (error instanceof HTTPError) return { error: message, status: error.status }
  return { error: message }
}

export const errorCode = (error: unknown): number | string | undefined =>
  error instanceof DiscordAPIError ? error.code : undefined

/** Whether the same call may go through next time; the last one may have gone through too. */
export function mayPass(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status >= 500 || error.status === 429
  // Anything else is the network: refused, reset, timed out, or an answer that was no JSON.
  return true
}

export function deliveryFailure(error: unknown): DeliveryFailure {
  const code = Number(errorCode(error))
  if (GONE.has(code)) return new DeliveryFailure('gone', 'The Discord channel no longer exists.', { cause: error })
  if (FORBIDDEN.has(code)) {
    return new DeliveryFailure('forbidden', 'Discord does not let the bot post in this channel.', { cause: error })
  }
  return new DeliveryFailure('later', `Discord did not take the message: ${facts(error).error}`, { cause: error })
}

/** A sentence for a login that will never succeed as configured; undefined for one that may. */
export function refusal(error: unknown): Problem | undefined {
  const message = error instanceof Error ? error.message : ''
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const unauthorized = error instanceof DiscordAPIError && error.status === 401
  if (code === DiscordjsErrorCodes.TokenInvalid || unauthorized || message === 'Authentication failed') {
    return new Problem(
      'Discord refused the bot token (DISCORD_TOKEN). Copy it again from Developer Portal → Bot → Reset Token.',
      { cause: error },
    )
  }
  if (message === 'Used disallowed intents' || message === 'Used invalid intents') {
    return new Problem(
      'Discord refused the bot’s gateway intents, although it asks for no privileged one. Check Developer Portal → Bot, and that DISCORD_API_URL is Discord’s.',
      { cause: error },
    )
  }
  return undefined
}
