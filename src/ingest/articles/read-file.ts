import { open } from 'node:fs/promises'
import { ArticleFault } from './article-fault.ts'
import { codeOf, type FoundFile } from './list-article-files.ts'

/** A year of a daily's front pages is less. In bytes. */
export const MAX_BYTES = 5_000_000

/** The bytes of an article file. A file that is too big is never read, however fast it grows. Throws `ArticleFault`. */
export async function readFileBytes(file: Pick<FoundFile, 'path' | 'size'>): Promise<Uint8Array> {
  if (file.size > MAX_BYTES) throw tooBig(file.path, file.size)
  try {
    const handle = await open(file.path)
    try {
      const { size } = await handle.stat()
      const buffer = new Uint8Array(Math.min(size, MAX_BYTES) + 1)
      let length = 0
      while (length < buffer.length) {
        const { bytesRead } = await handle.read(buffer, length, buffer.length - length)
        if (bytesRead === 0) break
        length += bytesRead
      }
      if (length > MAX_BYTES) throw tooBig(file.path, length)
      return buffer.subarray(0, length)
    } finally {
      await handle.close()
    }
  } catch (cause) {
    if (cause instanceof ArticleFault) throw cause
    throw new ArticleFault(file.path, [{ reason: whyUnreadable(codeOf(cause)) }], { passing: true, cause })
  }
}

export function whyUnreadable(code: string): string {
  switch (code) {
    case 'ENOENT':
      return 'there is no such file or folder. Create it, or correct the setting CONTENT_DIR.'
    case 'EACCES':
    case 'EPERM':
      return 'it may not be read. Give the user that runs the bot the right to read it.'
    case 'ENOTDIR':
      return 'it is not a folder. CONTENT_DIR names folders that hold article files.'
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open. It is tried again soon; raise the limit of open files if this goes on.'
    default:
      return `it cannot be read (${code}). Check the disk that it is on; it is tried again soon.`
  }
}

export function tooBig(path: string, size: number): ArticleFault {
  const reason = `it has ${(size / 1e6).toFixed(1)} MB, and an article may have at most ${MAX_BYTES / 1e6} MB. Split it, one article a file.`
  return new ArticleFault(path, [{ reason }])
}
