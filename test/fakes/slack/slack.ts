import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { checkMessage } from './block-kit.ts'
import { BOT, type Posted, TEAM, type World, webApi } from './web-api.ts'

export interface Fault {
  /** Answers with this instead. */
  readonly status?: number
  readonly body?: string
  readonly headers?: Record<string, string>
  /** Cuts the connection. */
  readonly drop?: boolean
  /** Does what was asked first: the answer alone is lost. */
  readonly done?: boolean
}

interface Call {
  readonly method: string
  readonly args: Readonly<Record<string, string>>
}

export type Slack = Awaited<ReturnType<typeof startSlack>>

/** Slack on loopback: Web API, Socket Mode, response urls, and deliveries by socket or by signed HTTP. */
export async function startSlack(options: { botToken?: string; appToken?: string; scopes?: readonly string[] } = {}) {
  const { botToken = 'xoxb-field', appToken = 'xapp-field' } = options
  const signingSecret = 'field-secret'
  const scopes = options.scopes && { 'x-oauth-scopes': options.scopes.join(',') }
  let count = 0
  const world: World = {
    posted: [],
    views: [],
    violations: [],
    triggers: new Set(),
    closed: new Map(),
    joinable: new Set(),
    admins: new Set(),
    nextTs: () => `${Math.floor(Date.now() / 1000)}.${String(++count).padStart(6, '0')}`,
  }
  const methods = webApi(world)
  const calls: Call[] = []
  const faults: { match: string; fault: Fault; times: number }[] = []
  const hooks = new Map<string, { channel: string; user: string; original?: Posted; uses: number }>()
  const sockets = new Set<WebSocket>()
  const acks = new Map<string, (payload: unknown) => void>()
  const watchers = new Set<() => void>()
  const changed = () => {
    for (const watcher of watchers) watcher()
  }
  const refuse = { connections: '' }

  const server = createServer((request, response) => {
    void handle(request, response).then(changed)
  })
  async function handle(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks).toString()
    const path = request.url ?? ''
    const method = path.startsWith('/api/') ? path.slice(5) : 'response_url'
    const args: Record<string, string> = path.startsWith('/api/')
      ? Object.fromEntries(new URLSearchParams(raw))
      : { body: raw, id: path.slice('/response/'.length) }
    calls.push({ method, args })
    const planned = faults.find((one) => one.match === method && one.times > 0)
    if (planned) planned.times--
    const fault = planned?.fault
    const authorized = request.headers.authorization ?? ''
    const result = fault && !fault.done ? undefined : answer(method, args, authorized)
    if (fault?.drop) return void request.socket.destroy()
    const status = fault?.status ?? (result === 'gone' ? 404 : 200)
    const body =
      fault?.body ??
      (typeof result === 'string' ? result : JSON.stringify(result ?? { ok: false, error: 'ratelimited' }))
    response.writeHead(status, { 'content-type': 'application/json', ...scopes, ...fault?.headers }).end(body)
  }

  function answer(method: string, args: Record<string, string>, authorization: string) {
    if (method === 'response_url') return respond(args)
    if (method === 'apps.connections.open') {
      if (refuse.connections) return { ok: false, error: refuse.connections }
      if (authorization !== `Bearer ${appToken}`) return { ok: false, error: 'invalid_auth' }
      return { ok: true, url: `ws://127.0.0.1:${port}/link` }
    }
    if (authorization !== `Bearer ${botToken}`) return { ok: false, error: 'invalid_auth' }
    return methods[method]?.(args) ?? { ok: false, error: 'unknown_method' }
  }

  function respond({ id = '', body = '' }: Record<string, string>) {
    const hook = hooks.get(id)
    if (!hook || ++hook.uses > 5) return 'gone'
    const message = JSON.parse(body)
    world.violations.push(...checkMessage(message).map((fault) => `response_url: ${fault}`))
    const { text, blocks = [] } = message
    if (message.replace_original && hook.original) Object.assign(hook.original, { text, blocks })
    else {
      const to = message.response_type === 'in_channel' ? {} : { to: hook.user }
      world.posted.push({ ts: world.nextTs(), channel: hook.channel, text, blocks, bot: true, ...to })
    }
    return 'ok'
  }

  const sockServer = new WebSocketServer({ server })
  sockServer.on('connection', (socket) => {
    sockets.add(socket)
    socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.size }))
    socket.on('close', () => {
      sockets.delete(socket)
      changed()
    })
    socket.on('error', () => {})
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data))
      acks.get(envelope_id)?.(payload)
      acks.delete(envelope_id)
    })
    changed()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  /** Settles with what the bot acknowledged. */
  async function bySocket(type: string, payload: unknown, more: object = {}): Promise<unknown> {
    const [socket] = [...sockets].filter((one) => one.readyState === one.OPEN)
    if (!socket) throw new Error('the bot is not connected')
    const envelope_id = randomUUID()
    const acked = new Promise<unknown>((resolve) => acks.set(envelope_id, resolve))
    socket.send(JSON.stringify({ type, envelope_id, payload, ...more }))
    return acked
  }

  async function byHttp(url: string, type: string, payload: Record<string, string>, secret = signingSecret) {
    const body =
      type === 'events_api'
        ? JSON.stringify(payload)
        : new URLSearchParams(type === 'slash_commands' ? payload : { payload: JSON.stringify(payload) }).toString()
    const time = Math.floor(Date.now() / 1000)
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')}`
    return fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': type === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(time),
        'x-slack-signature': signature,
      },
    })
  }

  const hook = (channel: string, user: string, original?: Posted) => {
    const id = randomUUID()
    hooks.set(id, { channel, user, uses: 0, ...(original && { original }) })
    return `http://127.0.0.1:${port}/response/${id}`
  }
  const trigger = () => {
    const id = randomUUID()
    world.triggers.add(id)
    return id
  }

  /** Waits until the world is so; every answer of the far end and every change of a connection asks again. */
  async function until<T>(look: () => T | undefined | false): Promise<T> {
    for (;;) {
      const seen = look()
      if (seen) return seen
      await new Promise<void>((resolve) => {
        const watcher = () => {
          watchers.delete(watcher)
          resolve()
        }
        watchers.add(watcher)
      })
    }
  }

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    botToken,
    appToken,
    signingSecret,
    team: TEAM,
    bot: BOT,
    world,
    calls,
    sockets,
    refuse,
    bySocket,
    byHttp,
    hook,
    trigger,
    until,
    fail: (match: string, fault: Fault, times = 1) => faults.push({ match, fault, times }),
    callsOf: (method: string) => calls.filter((call) => call.method === method),
    async close() {
      for (const socket of sockets) socket.terminate()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
