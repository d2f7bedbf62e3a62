import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Which layers each layer may import. This table is the architecture. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  commands: ['core'],
  digest: ['core', 'digest'],
  ingest: ['core', 'ingest'],
  store: ['core', 'discover', 'store'],
  schedule: ['core', 'digest', 'platform', 'schedule'],
  platforms: ['core', 'platform', 'platforms'],
  platform: ['core'],
}
/** Layers that hold the thinking: nothing in them differs between two runs on the same values. */
const PURE = ['core', 'commands', 'digest']
/** zod, and the language's own Temporal ahead of time (docs/decisions/0002). */
const PURE_PACKAGES = ['zod', 'temporal-polyfill']
const IMPURE =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.|\bprocess\.[a-z]+|\bfetch\(|\bconsole\.|\bset(?:Timeout|Interval|Immediate)\(|\bperformance\.|\bTemporal\.Now\b/
/** The places that may reach out: one reader of the web, and each platform's SDK. */
const REACHING = /\bfetch\(|from '(?:undici|node:https?|node:net|node:tls|node:dgram)'/
const MAY_REACH = ['src/ingest/fetch.ts']
const LISTENING = ['platforms']
const IMPORT = /^(?:import|export|\}).*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'/gm
const LONGEST = 300

/** Everything in a tree that breaks the architecture, each as `path: what is wrong`. */
export function violations(root: URL): readonly string[] {
  return sources(root).flatMap(({ path, layer, code }) => {
    const imports = [...code.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    const own = imports.filter((from) => /^[#.]/.test(from)).map((from) => resolve(from, path, root))
    const packages = imports.filter((from) => !/^[#.]/.test(from))
    return [
      ...own.filter((to) => !mayImport(layer, layerOf(to))).map((to) => `imports ${to}, which ${layer} may not`),
      ...own.filter((to) => anotherPlatform(path, to)).map((to) => `knows another platform: ${to}`),
      ...(PURE.includes(layer) ? impurities(code, packages) : []),
      ...(reaches(path, layer, code)
        ? ['reaches the network; only src/ingest/fetch.ts and the platforms’ SDKs may']
        : []),
      ...(code.split('\n').length > LONGEST ? [`is longer than ${LONGEST} lines`] : []),
    ].map((fault) => `${path}: ${fault}`)
  })
}

function sources(root: URL) {
  return ['src', 'commands']
    .filter((top) => existsSync(new URL(top, root)))
    .flatMap((top) =>
      readdirSync(new URL(`${top}/`, root), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => ({
          path: `${top}/${file}`,
          layer: layerOf(`${top}/${file}`),
          code: readFileSync(new URL(`${top}/${file}`, root), 'utf8'),
        })),
    )
}

/** `src/core/article.ts` is in core, `src/platform.ts` is platform, `commands/brief.ts` is in commands. */
function layerOf(path: string): string {
  const [top, next = ''] = path.split('/')
  return top === 'src' ? next.replace(/\.ts$/, '') : (top ?? '')
}

function resolve(from: string, path: string, root: URL): string {
  if (from.startsWith('#')) return `src/${from.slice(1)}`
  return new URL(from, new URL(path, root)).pathname.slice(root.pathname.length)
}

/** Layers that the table does not name (main, config, discover, the verbs) put the parts together, and may know all. */
const mayImport = (layer: string, to: string): boolean => MAY_IMPORT[layer]?.includes(to) ?? true

function anotherPlatform(path: string, to: string): boolean {
  const platformOf = (file: string) => /^src\/platforms\/([^/]+?)(?:\.ts)?(?:\/|$)/.exec(file)?.[1]
  const [mine, theirs] = [platformOf(path), platformOf(to)]
  return mine !== undefined && theirs !== undefined && mine !== theirs
}

function impurities(code: string, packages: readonly string[]): readonly string[] {
  const impure = IMPURE.exec(code)?.[0]
  return [
    ...packages
      .filter((name) => !PURE_PACKAGES.includes(name))
      .map((name) => `imports the package ${name} in a pure layer`),
    ...(impure === undefined ? [] : [`uses ${impure} in a pure layer`]),
  ]
}

const reaches = (path: string, layer: string, code: string): boolean =>
  !MAY_REACH.includes(path) && !LISTENING.includes(layer) && REACHING.test(code)
