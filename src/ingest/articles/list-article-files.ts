import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '#core/system-code.ts'

export interface FoundFile {
  /** As people know it: the folder as configured, and the way down from it. */
  readonly path: string
  /** Changes whenever the file may have: when, how long, which one, with which rights. */
  readonly stamp: string
  readonly size: number
  readonly modified: Date
}

export interface Found {
  /** In path order within each folder, folders in the order given, each file once. */
  readonly files: readonly FoundFile[]
  /** All folders on the way, to be watched. */
  readonly folders: readonly string[]
  readonly unreadable: readonly Unreadable[]
}

interface Unreadable {
  readonly path: string
  /** `ENOENT`, `EACCES`, … */
  readonly code: string
}

/**
 * Editors keep their own files beside the one they edit: `.x.md.swp`, `.#x.md`, `~$x.md`, `#x.md#`, `x.md~`.
 * A README explains a folder and is no article.
 */
const isArticleFile = (name: string): boolean => /^[^.~#].*\.(?:md|txt)$/i.test(name) && !/^readme\.\w+$/i.test(name)
const isFolder = (name: string): boolean => !name.startsWith('.') && name !== 'node_modules'

/** Looks through folders and all below them. Links are followed, each real folder and file once. Never throws. */
export async function listArticleFiles(roots: readonly string[]): Promise<Found> {
  const files: FoundFile[] = []
  const folders: string[] = []
  const unreadable: Unreadable[] = []
  const seen = new Set<string>()

  const visit = async (folder: string, isRoot: boolean): Promise<void> => {
    try {
      const real = await realpath(folder)
      if (seen.has(real)) return
      seen.add(real)
      folders.push(folder)
      const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))
      for (const found of await Promise.all(entries.map((entry) => look(folder, real, entry)))) {
        if (found?.kind === 'folder') await visit(found.path, false)
        if (found?.kind !== 'file' || seen.has(found.real)) continue
        seen.add(found.real)
        files.push(found.file)
      }
    } catch (error) {
      // Below a root, a folder that is gone was removed while we looked.
      if (isRoot || codeOf(error) !== 'ENOENT') unreadable.push({ path: folder, code: codeOf(error) })
    }
  }
  const look = async (folder: string, realFolder: string, entry: Dirent): Promise<Look | undefined> => {
    const path = join(folder, entry.name)
    const isArticle = isArticleFile(entry.name)
    if (!isArticle && (!isFolder(entry.name) || entry.isFile())) return undefined
    try {
      const facts = await stat(path)
      if (facts.isDirectory()) return isFolder(entry.name) ? { kind: 'folder', path } : undefined
      // Not a pipe, a socket or a device: reading those can last for ever.
      if (!isArticle || !facts.isFile()) return undefined
      const stamp = [facts.mtimeMs, facts.ctimeMs, facts.size, facts.ino].join(' ')
      const real = entry.isSymbolicLink() ? await realpath(path) : join(realFolder, entry.name)
      return { kind: 'file', real, file: { path, stamp, size: facts.size, modified: facts.mtime } }
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' && isArticle) unreadable.push({ path, code: codeOf(error) })
      return undefined
    }
  }

  for (const root of roots) await visit(root, true)
  return { files, folders, unreadable }
}

type Look =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly real: string; readonly file: FoundFile }

export const codeOf = (error: unknown): string => systemCode(error) ?? 'UNKNOWN'
