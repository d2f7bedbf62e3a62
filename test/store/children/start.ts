import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Runs a file of this folder in a process of its own, with the node that runs the tests. */
export function start(file: string, args: readonly string[], options: { unprivileged?: boolean } = {}): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url))
  // The file system refuses nothing to root, so what must be refused runs as nobody.
  const nobody = options.unprivileged && process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...nobody,
  })
}

/** All it prints, once it has ended. */
export async function output(child: ChildProcess): Promise<string> {
  let text = ''
  child.stdout?.on('data', (piece) => {
    text += String(piece)
  })
  await new Promise((resolve) => child.on('close', resolve))
  return text.trim()
}

/** The first thing it prints. */
export const firstWord = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.stdout?.once('data', (piece) => resolve(String(piece).trim()))
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it said anything`)))
  })
