import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'

const Packet = z.object({ op: z.number(), d: z.unknown() })
const Identify = z.object({ token: z.string(), intents: z.number() })
const Resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number() })

export interface Gateway {
  /** An event to every session, as numbered dispatches. */
  dispatch(event: string, data: unknown): void
  /** Closes every socket with this code. */
  close(code: number): void
  /** From now on a RESUME is taken and never answered. */
  swallowResumes(): void
  readonly intents: readonly number[]
  /** How many sessions were begun with IDENTIFY. */
  identified(): number
  end(): void
}

interface Session {
  readonly id: string
  seq: number
  socket: WebSocket | undefined
}

/** Discord's gateway: HELLO, IDENTIFY, RESUME, heartbeats, dispatches. https://docs.discord.com/developers/events/gateway */
export function gateway(
  server: Server,
  options: { token: string; refuseWith?: number; ready(session: string): object; guilds(): readonly object[] },
): Gateway {
  const sockets = new WebSocketServer({ server })
  const sessions = new Map<string, Session>()
  const intents: number[] = []
  let swallowing = false
  const send = (socket: WebSocket | undefined, packet: object) => socket?.send(JSON.stringify(packet))
  const dispatchTo = (session: Session, event: string, data: unknown) =>
    send(session.socket, { op: 0, t: event, s: ++session.seq, d: data })

  function identify(socket: WebSocket, data: unknown): void {
    const asked = Identify.parse(data)
    const refusal = asked.token === options.token ? options.refuseWith : 4004
    if (refusal !== undefined) {
      socket.close(refusal)
      return
    }
    intents.push(asked.intents)
    const session: Session = { id: `session${sessions.size}`, seq: 0, socket }
    sessions.set(session.id, session)
    dispatchTo(session, 'READY', options.ready(session.id))
    for (const guild of options.guilds()) dispatchTo(session, 'GUILD_CREATE', guild)
  }

  function resume(socket: WebSocket, data: unknown): void {
    const session = sessions.get(Resume.parse(data).session_id)
    if (!session) {
      send(socket, { op: 9, d: false })
      return
    }
    session.socket = socket
    dispatchTo(session, 'RESUMED', {})
  }

  sockets.on('connection', (socket) => {
    send(socket, { op: 10, d: { heartbeat_interval: 41_250 } })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      for (const session of sessions.values()) if (session.socket === socket) session.socket = undefined
    })
    socket.on('message', (raw) => {
      const { op, d } = Packet.parse(JSON.parse(String(raw)))
      if (op === 1) send(socket, { op: 11 })
      else if (op === 2) identify(socket, d)
      else if (op === 6 && !swallowing) resume(socket, d)
    })
  })

  return {
    dispatch(event, data) {
      for (const session of sessions.values()) dispatchTo(session, event, data)
    },
    close(code) {
      for (const socket of sockets.clients) socket.close(code)
    },
    swallowResumes() {
      swallowing = true
    },
    intents,
    identified: () => intents.length,
    end() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}
