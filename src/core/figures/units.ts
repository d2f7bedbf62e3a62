const CODES = 'USD EUR GBP JPY CNY INR RUB CHF CAD AUD NZD HKD SGD SEK NOK DKK PLN TRY UAH BRL MXN ZAR KRW'.split(' ')

/** Signs and codes that stand before an amount. "$" alone is taken as the US dollar, "¥" as the yen. */
export const BEFORE: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  'U.S.$': 'USD',
  A$: 'AUD',
  AU$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  NT$: 'TWD',
  R$: 'BRL',
  MX$: 'MXN',
  '£': 'GBP',
  '€': 'EUR',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
  '₪': 'ILS',
  '₺': 'TRY',
  '₴': 'UAH',
  '₦': 'NGN',
  '₱': 'PHP',
  '₫': 'VND',
  '฿': 'THB',
  Rs: 'INR',
  'Rs.': 'INR',
  RMB: 'CNY',
  ...Object.fromEntries(CODES.map((code) => [code, code])),
}

/** Names behind an amount. A name that several countries use stays as written unless an adjective settles it. */
export const AFTER: readonly (readonly [pattern: string, unit: string | undefined, parts: number])[] = [
  ['(?:U\\.?S\\.?|American) dollars?', 'USD', 1],
  ['Australian dollars?', 'AUD', 1],
  ['Canadian dollars?', 'CAD', 1],
  ['New Zealand dollars?', 'NZD', 1],
  ['Hong Kong dollars?', 'HKD', 1],
  ['Singapore dollars?', 'SGD', 1],
  ['Swiss francs?', 'CHF', 1],
  ['Mexican pesos?', 'MXN', 1],
  ['Philippine pesos?', 'PHP', 1],
  ['Argentine pesos?', 'ARS', 1],
  ['(?:Pakistani|Pakistan) rupees?', 'PKR', 1],
  ['(?:Indian )?rupees?', 'INR', 1],
  ['euro cents?', 'EUR', 100],
  ['dollars?', 'USD', 1],
  ['cents?', 'USD', 100],
  ['euros?', 'EUR', 1],
  ['pounds? sterling', 'GBP', 1],
  ['(?:pence|pennies)', 'GBP', 100],
  ['(?:Japanese )?yen', 'JPY', 1],
  ['(?:Chinese )?(?:yuan|renminbi)', 'CNY', 1],
  ['(?:Russian )?(?:rouble|ruble)s?', 'RUB', 1],
  ['hryvnias?', 'UAH', 1],
  ['(?:Turkish )?liras?', 'TRY', 1],
  ['zlotys?', 'PLN', 1],
  ['forints?', 'HUF', 1],
  ['shekels?', 'ILS', 1],
  ['rand', 'ZAR', 1],
  ['baht', 'THB', 1],
  ['ringgit', 'MYR', 1],
  ['rupiah', 'IDR', 1],
  ['naira', 'NGN', 1],
  // Names are read in any case, and "two try" is no lira.
  ...CODES.filter((code) => code !== 'TRY').map((code) => [code, code, 1] as const),
  ['(?:pesos?|francs?|crowns?|kron(?:or|er|a|e)|dinars?|dirhams?|riyals?)', undefined, 1],
]

export const PERCENT = '(?:%|per ?cent\\b|pct\\b|percentage points?\\b)'

/** A length of time: what tells a duration from a measure, since "two years ago" is a date. */
export const DURATIONS = '(?:second|minute|hour|day|night|week|month|year|decade)s?'

const LENGTHS =
  'km|kms|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|cm|centimet(?:re|er)s?|mm|millimet(?:re|er)s?|feet|foot|ft|inch(?:es)?|yards?|nautical miles?'
const OTHERS =
  'acres?|hectares?|tonnes?|(?:metric )?tons?|kg|kilograms?|kilos?|grams?|milligrams?|pounds?|lbs?|ounces?|lit(?:re|er)s?|gallons?|barrels?|degrees(?: (?:Celsius|Fahrenheit))?|°[CF]?|mph|kph|km/h|knots?|[kMG]W|[kMGT]Wh|(?:kilo|mega|giga)watts?|[kMGT]B|(?:mega|giga|tera)bytes?|basis points?'
export const MEASURES = `(?:(?:square|cubic) (?:${LENGTHS})|${LENGTHS}|${OTHERS})`
