import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from '#platform.ts'

/**
 * What the SDKs say, from warnings up, in our log. They print payloads at lower levels, and tokens in some errors.
 * `hushed` names lines that are said better elsewhere.
 */
export function slackLog(log: Log, { hushed = () => false }: { hushed?: (line: string) => boolean } = {}): Logger {
  const write =
    (level: 'warn' | 'error') =>
    (...parts: unknown[]) => {
      const line = parts.map(String).join(' ')
      if (!hushed(line)) log[level]({ platform: 'slack' }, `Slack SDK: ${redact(line).slice(0, 500)}`)
    }
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
