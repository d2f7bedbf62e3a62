import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPublic, readAddress, readRange } from '#ingest/fetching/address.ts'
import { createGate } from '#ingest/fetching/gate.ts'

const isOpen = (text: string): boolean | undefined => {
  const address = readAddress(text)
  return address === undefined ? undefined : isPublic(address)
}

describe('an address', () => {
  it.each([
    '1.1.1.1',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.0.1',
    '172.32.0.1',
    '223.255.255.255',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
  ])('%s is public', (text) => expect(isOpen(text)).toBe(true))

  it.each([
    ...[
      '0.0.0.0',
      '10.255.0.1',
      '100.64.0.1',
      '127.8.8.8',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.0.1',
    ],
    ...[
      '198.19.255.255',
      '224.0.0.1',
      '255.255.255.255',
      '168.63.129.16',
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
    ],
    ...[
      '::7f00:1',
      '64:ff9b::10.0.0.1',
      '64:ff9b:1::1',
      '2002:7f00:1::',
      '2001::1',
      'fe80::1%eth0',
      'fd00:ec2::254',
      'ff02::1',
      '[::1]',
    ],
  ])('%s is not', (text) => expect(isOpen(text)).toBe(false))

  it.each([
    '',
    '1.2.3',
    '1.2.3.256',
    '1.2.3.4.5',
    'a.b.c.d',
    ':::',
    '1::2::3',
    '::12345',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '::1.2.3',
  ])('%j is none', (text) => expect(readAddress(text)).toBeUndefined())

  it('reads every IPv6 address as the platform writes it', () => {
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        const written = new URL(`http://[${text}]/`).hostname
        expect(readAddress(written)).toEqual(readAddress(text))
        expect(readAddress(text)).toBeDefined()
      }),
    )
  })
})

describe('the gate', () => {
  it('opens for names, addresses and ranges that it was told of, and for no others', () => {
    const gate = createGate(['Intranet.example', '10.1.0.0/16', ' 127.0.0.1 ', 'fd12::/16'])
    expect([
      gate.isOpen('intranet.example'),
      gate.isOpen('intranet.example.'),
      gate.isOpen('not-intranet.example'),
    ]).toEqual([true, true, false])
    expect(
      ['10.1.2.3', '10.2.0.1', '127.0.0.1', '127.0.0.2', 'fd12::5', 'fd13::5', '9.9.9.9'].map(gate.admits),
    ).toEqual([...[true, false, true, false, true, false, true]])
  })

  it.each(['10.0.0.0', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/8/8', 'name/8'])('%s is no range', (text) => {
    expect(readRange(text)).toBeUndefined()
  })
})
