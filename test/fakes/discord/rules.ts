import { z } from 'zod'

/**
 * What Discord refuses, as its documentation states it, written as schemas of the requests a bot makes.
 * Stricter than Discord in one point: no message may ping anybody.
 */
const wellFormed = (text: string) => text.isWellFormed()
const line = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => text.trim() !== '', 'blank')
    .refine(wellFormed, 'half a surrogate pair')
const customId = z.string().min(1).max(100).refine(wellFormed, 'half a surrogate pair')
const id = z.int32().positive().optional()
const webUrl = (most: number) => z.url({ protocol: /^https?$/ }).max(most)

const Button = z.union([
  z.strictObject({
    type: z.literal(2),
    style: z.union([z.literal(1), z.literal(2)]),
    label: line(80),
    custom_id: customId,
  }),
  z.strictObject({ type: z.literal(2), style: z.literal(5), label: line(80), url: webUrl(512) }),
])
const SelectOptions = z
  .array(z.strictObject({ label: line(100), value: line(100) }))
  .min(1)
  .max(25)
  .refine((options) => new Set(options.map(({ value }) => value)).size === options.length, 'values repeat')
const Select = z.strictObject({
  type: z.literal(3),
  custom_id: customId,
  placeholder: line(150).optional(),
  required: z.boolean().optional(),
  options: SelectOptions,
})
const Row = z.strictObject({
  type: z.literal(1),
  id,
  components: z.union([z.array(Button).min(1).max(5), z.tuple([Select])]),
})
const TextDisplay = z.strictObject({ type: z.literal(10), id, content: line(4000) })
const Gallery = z.strictObject({
  type: z.literal(12),
  id,
  items: z
    .array(z.strictObject({ media: z.strictObject({ url: webUrl(2048) }), description: line(1024).optional() }))
    .min(1)
    .max(10),
})
const Separator = z.strictObject({ type: z.literal(14), id })
const Component = z.discriminatedUnion('type', [Row, TextDisplay, Gallery, Separator])
type Component = z.output<typeof Component>

const COMPONENTS_V2 = 1 << 15
const EPHEMERAL = 1 << 6

const Components = z
  .array(Component)
  .min(1)
  .refine((list) => count(list) <= 40, 'more than 40 components')
  .refine((list) => textLength(list) <= 4000, 'more than 4000 characters of text')
  .refine((list) => new Set(customIds(list)).size === customIds(list).length, 'custom ids repeat')

const count = (list: readonly Component[]): number =>
  list.reduce((sum, component) => sum + 1 + (component.type === 1 ? component.components.length : 0), 0)
const textLength = (list: readonly Component[]): number =>
  list.reduce((sum, component) => sum + (component.type === 10 ? [...component.content].length : 0), 0)
const customIds = (list: readonly Component[]): readonly string[] =>
  list.flatMap((component) =>
    component.type === 1
      ? component.components.flatMap((widget) => ('custom_id' in widget ? [widget.custom_id] : []))
      : [],
  )

const body = (flags: number) => ({
  flags: z.int().refine((given) => (given & ~flags) === 0 && (given & COMPONENTS_V2) !== 0, 'flags'),
  components: Components,
  allowed_mentions: z.strictObject({ parse: z.tuple([]), replied_user: z.literal(false).optional() }),
})
export const ShownMessage = z.strictObject(body(COMPONENTS_V2 | EPHEMERAL))
export type ShownMessage = z.output<typeof ShownMessage>
export const PostedMessage = z.strictObject({
  ...body(COMPONENTS_V2),
  nonce: z.string().max(25).optional(),
  enforce_nonce: z.boolean().optional(),
  message_reference: z.strictObject({ message_id: z.string(), fail_if_not_exists: z.boolean() }).optional(),
})

export type PostedMessage = z.output<typeof PostedMessage>

const TextInput = z.strictObject({
  type: z.literal(4),
  custom_id: customId,
  style: z.union([z.literal(1), z.literal(2)]),
  required: z.boolean(),
  max_length: z.int().min(1).max(4000),
  value: z.string().max(4000).optional(),
})
const Label = z.strictObject({
  type: z.literal(18),
  label: line(45),
  description: line(100).optional(),
  component: z.discriminatedUnion('type', [TextInput, Select]),
})
const Modal = z.strictObject({ custom_id: customId, title: line(45), components: z.array(Label).min(1).max(5) })
const Choice = z.strictObject({ name: line(100), value: z.union([line(100), z.number()]) })

export const Callback = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(4), data: ShownMessage }),
  z.strictObject({ type: z.literal(5), data: z.strictObject({ flags: z.literal(EPHEMERAL) }).optional() }),
  z.strictObject({ type: z.literal(6) }),
  z.strictObject({ type: z.literal(7), data: ShownMessage }),
  z.strictObject({ type: z.literal(8), data: z.strictObject({ choices: z.array(Choice).max(25) }) }),
  z.strictObject({ type: z.literal(9), data: Modal }),
])
export type Callback = z.output<typeof Callback>

/** By kind of interaction: 2 command, 3 component, 4 autocomplete, 5 modal. */
export const CALLBACKS_OF: Readonly<Record<number, readonly number[]>> = {
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
  5: [4, 5, 6, 7],
}

const name = z.string().regex(/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u)
const Option = z
  .strictObject({
    type: z.union([z.literal(3), z.literal(4), z.literal(5), z.literal(10)]),
    name,
    description: line(100),
    required: z.boolean(),
    choices: z.array(Choice).max(25).optional(),
    autocomplete: z.boolean().optional(),
    min_value: z.number().optional(),
    max_value: z.number().optional(),
    max_length: z.int().min(1).max(6000).optional(),
  })
  .refine((option) => !(option.choices && option.autocomplete), 'choices and autocomplete')
  .refine((option) => option.type === 3 || option.max_length === undefined, 'max_length without text')
  .refine(
    (option) => option.type === 4 || option.type === 10 || option.min_value === undefined,
    'min_value without number',
  )
const Menu = z
  .array(Option)
  .max(25)
  .refine((list) => !list.some((option, at) => option.required && !list[at - 1]?.required && at > 0), 'required first')
const Subcommand = z.strictObject({ type: z.literal(1), name, description: line(100), options: Menu })
const contexts = z.array(z.int().min(0).max(2)).optional()
export const CommandList = z
  .array(
    z.union([
      z.strictObject({ name, description: line(100), options: z.union([Menu, z.array(Subcommand).max(25)]), contexts }),
      z.strictObject({ type: z.literal(3), name: line(32), contexts }),
    ]),
  )
  .max(115)
export type CommandList = z.output<typeof CommandList>
