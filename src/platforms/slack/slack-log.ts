import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from '#platform.ts'

/** What the SDKs say, from warnings up, in our log. They print payloads at lower levels, and tokens in some errors. */
export function slackLog(log: Log): Logger {
  const write =
    (level: 'warn' | 'error') =>
    (...parts: unknown[]) =>
      log[level]({ platform: 'slack' }, `Slack SDK: ${redact(parts.map(String).join(' ')).slice(0, 500)}`)
  return {
    debug() {},
    info() {},
    warn: write('warn'),
    error: write('error'),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  }
}

const redact = (text: string): string =>
  text
    .replace(/\bx(?:ox[a-z]|app)-[\w-]+/g, '[token]')
    .replace(/\b(?:https?|wss?):\/\/\S+/g, (url) => url.replace(/([^/])[/?].*$/, '$1/…'))
