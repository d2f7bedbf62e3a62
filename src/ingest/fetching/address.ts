/** An address of the internet as a number; IPv4 within IPv6 (mapped, NAT64) counts as the IPv4 it stands for. */
export interface Address {
  readonly bits: 32 | 128
  readonly value: bigint
}

export interface Range extends Address {
  readonly prefix: number
}

/**
 * Special-purpose addresses (IANA's registries for IPv4 and IPv6), which lead back into the network the bot
 * runs in or to nowhere. The last line is a cloud's metadata service on an address that looks public.
 */
const PRIVATE_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
  '168.63.129.16/32',
].map(known)
/** Of IPv6 only this is given out, and these parts of it are tunnels, tests and documentation. */
const PUBLIC_V6 = known('2000::/3')
const PRIVATE_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'].map(known)
const HOLDS_V4 = ['::ffff:0:0/96', '64:ff9b::/96'].map((range) => ({ ...known(range) }))

/** Reads `192.0.2.1`, `2001:db8::1`, `[::1]`, `fe80::1%eth0`; undefined for anything else, such as a name. */
export function readAddress(text: string): Address | undefined {
  const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const address = bare.includes(':') ? readV6(bare) : readV4(bare)
  if (address?.bits === 128 && HOLDS_V4.some((range) => contains(range, address))) {
    return { bits: 32, value: address.value & 0xffffffffn }
  }
  return address
}

/** Reads `10.0.0.0/8`; undefined for anything that is no range. */
export function readRange(text: string): Range | undefined {
  const [base = '', length = '', ...rest] = text.split('/')
  const address = base.includes(':') ? readV6(base) : readV4(base)
  const prefix = Number(length)
  if (address === undefined || !/^\d{1,3}$/.test(length) || prefix > address.bits || rest.length > 0) return undefined
  return { ...address, prefix }
}

export const contains = (range: Range, address: Address): boolean =>
  range.bits === address.bits &&
  range.value >> BigInt(range.bits - range.prefix) === address.value >> BigInt(range.bits - range.prefix)

/** Whether the address is one of the public internet, so that whoever gives a link cannot reach past the bot with it. */
export function isPublic(address: Address): boolean {
  if (address.bits === 32) return !PRIVATE_V4.some((range) => contains(range, address))
  return contains(PUBLIC_V6, address) && !PRIVATE_V6.some((range) => contains(range, address))
}

function readV4(text: string): Address | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined
  return { bits: 32, value: parts.reduce((value, part) => value * 256n + BigInt(part), 0n) }
}

function readV6(text: string): Address | undefined {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  const v4 = tail === null ? undefined : readV4(tail[2] ?? '')
  if (tail !== null && v4 === undefined) return undefined
  const plain =
    v4 === undefined ? text : `${tail?.[1]}${(v4.value >> 16n).toString(16)}:${(v4.value & 0xffffn).toString(16)}`
  const halves = plain.split('::')
  if (halves.length > 2) return undefined
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - rest.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...rest]
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined
  return { bits: 128, value: groups.reduce((value, group) => value * 65536n + BigInt(`0x${group}`), 0n) }
}

function known(text: string): Range {
  const range = readRange(text)
  if (range === undefined) throw new Error(`${text} is no range of addresses`)
  return range
}
