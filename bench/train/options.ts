import { parseArgs } from 'node:util'
import { dataFolder } from '../data/labelled.ts'

export const TRAIN_USE = `Makes the weights in content/models from labelled articles.

  node bench/train/quotes.ts [--data FOLDER] [--only speaker|reported] [--unseen] [--check]

  --data FOLDER   where the labelled articles are (else ONRECORD_EVAL_DATA, else shared/quotes beside the repository)
  --only NAME     speaker or reported alone; reported goes by the speakers in content/models then
  --unseen        prints the loss on articles that the weights have not seen, too
  --check         writes nothing: says whether content/models is what training makes, byte for byte
  --help          prints this and trains nothing
`

export interface TrainOptions {
  readonly folder: string
  readonly only: 'speaker' | 'reported' | null
  readonly unseen: boolean
  readonly check: boolean
}

/** Null for `--help`. Throws, with a sentence that says which, on an option or a word that training does not know. */
export function readTrainOptions(args: readonly string[]): TrainOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      only: { type: 'string' },
      unseen: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const { data, only = null, unseen, check, help } = values
  if (help) return null
  if (only !== null && only !== 'speaker' && only !== 'reported')
    throw new Error(`--only is speaker or reported, not "${only}"`)
  return { folder: dataFolder(data, 'quotes'), only, unseen, check }
}
