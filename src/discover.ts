import { readdir } from 'node:fs/promises'

/**
 * Imports every module in a folder and returns its default exports by file name. Adding a command,
 * platform, source or section is adding a file: there is no list to keep in step.
 *
 * A folder with an `index.ts` counts as one module. With `deep`, the other files of such a folder are
 * found too, named `folder file`: that is how a command has subcommands. With `only`, no other module is loaded.
 */
export async function discover<T>(
  folder: URL,
  options: { deep?: boolean; only?: string } = {},
): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>()
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = entry.isDirectory() ? `${entry.name}/index.ts` : entry.name
    if (!path.endsWith('.ts')) continue
    const name = entry.name.replace(/\.ts$/, '')
    if (options.only !== undefined && options.only !== name) continue
    const module: { default?: T } = await import(new URL(path, folder).href)
    if (module.default === undefined) throw new Error(`${path} in ${folder.pathname} has no default export`)
    found.set(name, module.default)
    if (!options.deep || !entry.isDirectory()) continue
    for (const [inner, value] of await discover<T>(new URL(`${entry.name}/`, folder))) {
      if (inner !== 'index') found.set(`${name} ${inner}`, value)
    }
  }
  return found
}
