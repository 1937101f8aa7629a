// Variants and `I/N` -> the I-th of N parts, the same on every machine, whatever else there is.
import { createHash } from 'node:crypto'
import { HandoutError } from '../model/error.js'
import { type Variant, variantId } from '../model/variant.js'

/** One part of a batch: `index` from 1 to `count`. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** More parts than this are a slip of the keyboard. */
const mostShards = 1000

/** Reads `I/N`. @throws HandoutError `usage-wrong` */
export function parseShard(text: string): Shard {
  const [, index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number)
  if (index >= 1 && index <= count && count <= mostShards) return { index, count }
  throw new HandoutError('usage-wrong', `\`${text}\` is not a part of a batch.`, {
    hint: `Write I/N, I from 1 to N, N at most ${mostShards}: --shard 2/4 makes the second quarter.`,
  })
}

/**
 * Which part a variant belongs to is decided by its id alone: a topic that is added or taken away moves no other handout to
 * another part, so each part finds its own files in its cache again.
 */
export function inShard(variant: Variant, { index, count }: Shard): boolean {
  const hash = createHash('sha256').update(variantId(variant)).digest()
  return hash.readUIntBE(0, 6) % count === index - 1
}
