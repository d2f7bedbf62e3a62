import { z } from 'zod'

/** The parts of Slack's payloads that are used; each is parsed where it arrives. */

const person = z.object({ id: z.string(), name: z.string().optional(), username: z.string().optional() })

export const slashPayload = z.object({
  command: z.string(),
  text: z.string().default(''),
  channel_id: z.string(),
  user_id: z.string(),
  user_name: z.string().optional(),
  response_url: z.string(),
  trigger_id: z.string(),
})

export const messageEvent = z.object({
  user: z.string(),
  text: z.string().default(''),
  channel: z.string(),
  channel_type: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
})
export type MessageEvent = z.output<typeof messageEvent>

const state = z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())).default({}) })
export type ViewState = z.output<typeof state>

const view = z.object({ private_metadata: z.string().default(''), state: state.default({ values: {} }) })

export const clickPayload = z.object({
  user: person,
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({ thread_ts: z.string().optional() }).optional(),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  view: z.object({ type: z.string().optional() }).optional(),
  response_url: z.string().optional(),
  trigger_id: z.string().default(''),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        block_id: z.string().optional(),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
})

export const submitPayload = z.object({ user: person, view })

export const suggestPayload = z.object({
  user: person,
  action_id: z.string(),
  value: z.string().default(''),
  view: view.optional(),
})

export const shortcutPayload = z.object({
  user: person,
  channel: z.object({ id: z.string() }),
  message: z.object({ text: z.string().default(''), thread_ts: z.string().optional() }),
  response_url: z.string(),
  trigger_id: z.string(),
})

export const homeEvent = z.object({ user: z.string(), channel: z.string().optional(), tab: z.string().optional() })
