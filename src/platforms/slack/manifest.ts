import type { Command, Commands, Option } from '#core/command.ts'
import { ENDPOINT } from './http-listener.ts'
import { LIMITS } from './limits.ts'
import { BRIEF_THIS } from './on-shortcut.ts'
import { SCOPES } from './scopes.ts'
import { ownName, ROOT } from './spelling.ts'

const EVENTS = ['app_home_opened', 'app_mention', 'message.im'] as const

/**
 * The app as Slack creates it from a manifest. With `url`, Slack sends its requests there (HTTP); without,
 * Socket Mode is on and no address is needed. https://docs.slack.dev/reference/app-manifest
 */
export function buildManifest(commands: Commands, settings: { readonly prefix?: string; readonly url?: string } = {}) {
  const { prefix = '', url } = settings
  const request = url === undefined ? undefined : new URL(ENDPOINT, url).href
  const base = request === undefined ? {} : { url: request }
  return {
    display_information: {
      name: 'Onrecord',
      description: 'What happened, and who said what, word for word',
      background_color: '#1f2a44',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Onrecord', always_online: true },
      shortcuts: [
        {
          name: 'Brief this',
          type: 'message',
          callback_id: BRIEF_THIS,
          description: 'A briefing on the link or the words in a message, for you alone',
        },
      ],
      slash_commands: [
        {
          command: `/${ROOT}`,
          ...base,
          description: 'Every command of Onrecord, also those whose own name another app has taken',
          usage_hint: 'quote Rahr about Hungary',
          should_escape: false,
        },
        ...slashNames(commands, prefix)
          .slice(0, LIMITS.slashCommands.max - 1)
          .map(({ slash, name, command }) => ({
            command: `/${slash}`,
            ...base,
            description: command.summary,
            usage_hint: usageHint(name, command, commands),
            should_escape: false,
          })),
      ],
    },
    oauth_config: { scopes: { bot: Object.keys(SCOPES) } },
    settings: {
      event_subscriptions: { ...(request !== undefined && { request_url: request }), bot_events: [...EVENTS] },
      interactivity: {
        is_enabled: true,
        ...(request !== undefined && { request_url: request, message_menu_options_url: request }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: request === undefined,
      token_rotation_enabled: false,
    },
  }
}

/** Commands that can have a slash name of their own; a group has one, its subcommands are its first word. */
function slashNames(commands: Commands, prefix: string) {
  return [...commands].flatMap(([name, command]) => {
    const slash = name.includes(' ') ? undefined : ownName(name, prefix)
    return slash === undefined ? [] : [{ slash, name, command }]
  })
}

/** `expert [about]`: what must be there, then what may be; for a group, what it can do. */
function usageHint(name: string, command: Command, commands: Commands): string {
  const hint = command.group
    ? [...commands.keys()]
        .filter((key) => key.startsWith(`${name} `))
        .map((key) => key.slice(name.length + 1))
        .join(' | ')
    : [...command.options]
        .filter(([, option]) => !option.hidden)
        .map(hintOf)
        .join(' ')
  return hint.slice(0, LIMITS.usageHint.max) || 'no options'
}

const hintOf = ([name, option]: [string, Option]): string => (option.required ? name : `[${name}:…]`)
