// Overrides of an organization -> its lock as it should be, and the texts to keep.
import { type Adopted, lockFile, lockFolder, lockText, overrideHash } from './lock.js'
import { type Override, stateOf } from './read.js'

export interface Adoption {
  /** Files that are now said to follow their originals. */
  readonly adopted: readonly Override[]
  /** What to write, by path in the folder of the organization. */
  readonly files: ReadonlyMap<string, string>
  /** What to take away there: texts of originals that are gone. */
  readonly removed: readonly string[]
}

/**
 * Says of overrides that they were made from, or held against, their originals as they are now.
 *
 * @param wanted whether a file is meant; all others stay as they are
 */
export function adopt(overrides: readonly Override[], wanted: (override: Override) => boolean): Adoption {
  const lock = new Map<string, Adopted>()
  const files = new Map<string, string>()
  const adopted: Override[] = []
  const removed: string[] = []
  for (const override of overrides) {
    const { file, of, now } = override
    const isWanted = wanted(override)
    if (isWanted && stateOf(override) !== 'current') adopted.push(override)
    if (!isWanted || of === undefined || now === undefined) {
      if (!isWanted && override.adopted) lock.set(file, override.adopted)
      else if (override.adopted) removed.push(`${lockFolder}/${file}`)
      continue
    }
    lock.set(file, { of, hash: overrideHash(now), text: now })
    if (override.adopted?.text !== now) files.set(`${lockFolder}/${file}`, now)
  }
  if (adopted.length > 0 || files.size > 0) files.set(lockFile, lockText(lock))
  return { adopted, files, removed }
}
