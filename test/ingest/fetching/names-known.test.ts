import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { namesAreKnown } from '#ingest/fetching/names-known.ts'

/** A name server that answers every question with this many names of servers of the root. */
async function nameServer(names: number): Promise<string> {
  const socket = createSocket('udp4')
  socket.on('message', (asked, { port, address }) => {
    // The question's own header and name, up to its type and class; in the code 3: there is no such name.
    const reply = Buffer.from(asked.subarray(0, 17))
    reply.writeUInt16BE(names > 0 ? 0x8180 : 0x8183, 2)
    for (const [at, count] of [1, names, 0, 0].entries()) reply.writeUInt16BE(count, 4 + 2 * at)
    const answer = Buffer.from([0, 0, 2, 0, 1, 0, 0, 0, 60, 0, 3, 1, 97, 0])
    socket.send(Buffer.concat([reply, ...Array<Buffer>(names).fill(answer)]), port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  onTestFinished(() => void socket.close())
  return `127.0.0.1:${socket.address().port}`
}

it('names are known where those of the root are', async () => {
  expect(await namesAreKnown('news.press', [await nameServer(1)])).toBe(true)
})

it('names are not known to a resolver that says of every name that there is none', async () => {
  expect(await namesAreKnown('news.press', [await nameServer(0)])).toBe(false)
})

it('nobody is asked about a name that can never lead anywhere', async () => {
  for (const host of ['nobody.invalid', 'courier.example', 'test']) {
    expect(await namesAreKnown(host, [await nameServer(0)])).toBe(true)
  }
})
