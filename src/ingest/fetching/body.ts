import { pipeline, Readable, type Transform } from 'node:stream'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
  type Zlib,
} from 'node:zlib'
import { type Failure, failureOfError } from './failure.ts'

export interface Body {
  readonly bytes: Uint8Array
  /** Why it ended: all of it is here, or it grew past the limit, or something went wrong on the way. */
  readonly end: 'whole' | 'limit' | Failure
}

/** Pages and feeds pack to a fifth or a tenth of their size, extreme ones to a fiftieth. */
const WORST_RATIO = 200
/** RFC 9659: no more than this is needed to unpack zstd from the web. As a power of two, in bytes. */
const ZSTD_WINDOW = 23

/**
 * Reads a body to its end or to `limit` unpacked bytes, whichever comes first, and unpacks it on the way, so
 * that a bomb costs no more memory than an article. What came before a fault is kept.
 */
export async function readBody(packed: AsyncIterable<Uint8Array>, encoding: string, limit: number): Promise<Body> {
  const chunks: Uint8Array[] = []
  let received = 0
  let length = 0
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of packed) {
      received += chunk.length
      yield chunk
      // Packed data that unpacks to nothing must end too.
      if (received > limit) return
    }
  }
  let end: Body['end'] = 'whole'
  let unpacker: Unpacker | undefined
  const onUnpacker = (made: Unpacker): void => {
    unpacker ??= made
  }
  try {
    for await (const chunk of unpacked(counted(), encoding, onUnpacker)) {
      chunks.push(chunk)
      length += chunk.length
      if (length <= limit) continue
      // By what was unpacked: a hundred kilobytes more are read ahead, and a bomb needs no more than ten.
      end = length > (unpacker?.bytesWritten ?? received) * WORST_RATIO ? 'bomb' : 'limit'
      break
    }
    if (received > limit) end = 'limit'
  } catch (error) {
    end = failureOfError(error)
  }
  return { bytes: Buffer.concat(chunks, Math.min(length, limit)), end }
}

type Unpacker = Transform & Pick<Zlib, 'bytesWritten'>

/** The encodings as listed by `Content-Encoding`, undone from the last to the first; the first unpacker made is the one that meets the network. */
function unpacked(
  packed: AsyncGenerator<Uint8Array>,
  encoding: string,
  onUnpacker: (made: Unpacker) => void,
): AsyncGenerator<Uint8Array> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  const claimed = names
    .toReversed()
    .slice(0, 3)
    .reduce((stream, name) => unpack(stream, name, onUnpacker), packed)
  // Sitemaps and feeds are served as .gz files too, some of them twice packed.
  return unpack(claimed, '', onUnpacker)
}

async function* unpack(
  packed: AsyncGenerator<Uint8Array>,
  name: string,
  onUnpacker: (made: Unpacker) => void,
): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array()
  while (head.length < 2) {
    const next = await packed.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  const all = async function* (): AsyncGenerator<Uint8Array> {
    yield head
    yield* packed
  }
  const decoder = decoderFor(name, head)
  if (decoder === undefined) {
    yield* all()
    return
  }
  onUnpacker(decoder)
  const source = Readable.from(all(), { objectMode: false })
  yield* pipeline(source, decoder, () => {
    // The loop over the decoder meets the same error.
  })
}

/** Goes by the first bytes where they tell, because servers label plain text as gzip and the other way round. */
function decoderFor(name: string, head: Uint8Array): Unpacker | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })
  switch (name) {
    case 'deflate': {
      const isWrapped = ((head[0] ?? 0) & 0x0f) === 8 && ((head[0] ?? 0) * 256 + (head[1] ?? 0)) % 31 === 0
      return (isWrapped ? createInflate : createInflateRaw)({ finishFlush: constants.Z_SYNC_FLUSH })
    }
    case 'br':
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })
    case 'zstd':
      return createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW } })
    default:
      return undefined
  }
}
