// What builds added to a cache -> pruned when it has grown over its limit; it is only measured then.
import type { Cache } from './cache.js'
import { pruneCache } from './prune.js'

const usageNote = 'usage'
/** Pruned this far below the limit, so that the next build does not prune again. */
const room = 0.9

/** Adds up what is written, and prunes when that is over the limit. Two builds at once may miss each other's sum; the next does not. */
export async function keepWithinLimit(cache: Cache, limit: number): Promise<void> {
  if (cache.written === 0) return
  const known = await cache.note<{ bytes: number }>(usageNote)
  // A cache that was never measured is.
  let bytes = known ? known.bytes + cache.written : Number.POSITIVE_INFINITY
  if (bytes > limit) bytes = (await pruneCache(cache.folder, known ? limit * room : limit)).bytes
  await cache.setNote(usageNote, { bytes })
}
