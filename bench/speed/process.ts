import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { articleFile, makeArticles } from '../invented/make-articles.ts'
import { median, table } from './measure.ts'

const root = new URL('../../', import.meta.url).pathname
const node = ['--disable-warning=ExperimentalWarning']

/** Whole processes from outside: start to first answer beside a bare node, and resident memory. */
export async function benchProcess(): Promise<string> {
  const bare = await medianOf(5, () => firstOutput(['-e', 'console.log(1)'], '', {}))
  const DATA_DIR = temporary()
  const chat = [...node, 'src/main.js', 'chat']
  const cold = await firstOutput(chat, 'quote Rahr\n', { DATA_DIR })
  const warm = await medianOf(5, () => firstOutput(chat, 'quote Rahr\n', { DATA_DIR }))
  const idle = await residentOf({ DATA_DIR: temporary() })
  const CONTENT_DIR = temporary()
  for (const [i, article] of makeArticles(2000, 3).entries())
    writeFileSync(join(CONTENT_DIR, `${i}.md`), articleFile(article))
  const loaded = await residentOf({ DATA_DIR: temporary(), CONTENT_DIR })
  return table([
    ['whole processes', 'measured', 'ratio to bare node'],
    ['bare node, to its first output', `${bare.toFixed(0)} ms`, '1'],
    ['chat, to its first answer, first start', `${cold.toFixed(0)} ms`, (cold / bare).toFixed(1)],
    ['chat, to its first answer, later starts', `${warm.toFixed(0)} ms`, (warm / bare).toFixed(1)],
    ['resident memory, own articles, page served', `${idle.toFixed(0)} MB`, ''],
    ['resident memory after reading 2,000 articles', `${loaded.toFixed(0)} MB`, ''],
  ])
}

const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function medianOf(times: number, work: () => Promise<number>): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) taken.push(await work())
  return median(taken.sort((a, b) => a - b))
}

async function firstOutput(
  words: readonly string[],
  input: string,
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const start = performance.now()
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(input)
  await once(child.stdout, 'data')
  const taken = performance.now() - start
  child.kill()
  await once(child, 'close')
  return taken
}

/** Resident megabytes of `start` once every article file is read and the page is served, as Linux counts them. */
async function residentOf(env: Readonly<Record<string, string>>): Promise<number> {
  // As npm start runs it.
  const child = spawn(process.execPath, [...node, '--max-semi-space-size=8', 'src/main.js', 'start'], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', WEB_PORT: '0', ...env },
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  await once(child.stderr, 'data')
  let before = -1
  let now = resident(child.pid!)
  // Settled: two looks a second apart that agree within a megabyte.
  while (Math.abs(now - before) > 1) {
    await new Promise((resolve) => setTimeout(resolve, 2000))
    before = now
    now = resident(child.pid!)
  }
  child.kill('SIGTERM')
  await once(child, 'close')
  return now
}

const resident = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
