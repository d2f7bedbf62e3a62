const made = Symbol('markup')

/** Markup that may go into the page. Only `html` makes it, so a string can never pass for some. */
export interface Markup {
  readonly [made]: string
}

type Value = string | number | undefined | Markup | readonly Markup[]

/**
 * The one way markup is written here: what stands in the template is markup, what is put into it is
 * literal and escaped, unless it is markup itself. Attributes are always in double quotes.
 */
export function html(template: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { [made]: String.raw({ raw: template }, ...values.map(write)) }
}

export const print = (markup: Markup): string => markup[made]

/** Markup that this program printed before and has kept since: a delivery on its way through the ledger. */
export const reprint = (printed: string): Markup => ({ [made]: printed })

function write(value: Value): string {
  if (value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeText(String(value))
  return made in value ? value[made] : value.map(print).join('')
}

/**
 * A browser turns a bare CR into LF before it parses and cannot be given a NUL at all: the first is
 * written as a reference, which keeps it, the second as the sign for what cannot be shown.
 */
function escapeText(literal: string): string {
  return literal.replace(/[&<>"'\r]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\0', '\u{fffd}')
}
