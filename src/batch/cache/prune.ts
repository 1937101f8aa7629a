// A cache folder and a limit -> what was used last stays, the rest is gone.
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { sha256 } from '../../output/hash.js'
import { type CacheEntry, filePath, keyPath } from './cache.js'
import { unseal } from './seal.js'

/** A file no entry names may belong to one that is being written by another process. */
const youngerThan = 10 * 60 * 1000

/** Files looked at side by side. */
const atOnce = 16

export interface CacheState {
  readonly entries: number
  readonly bytes: number
}

export interface Pruned extends CacheState {
  /** Entries and bytes taken away. */
  readonly removedEntries: number
  readonly removedBytes: number
}

interface Found {
  readonly key: string
  readonly used: number
  readonly sha256: string
}

/** Counts what is in a cache, by the files themselves. */
export async function cacheState(folder: string): Promise<CacheState> {
  const [keys, files] = await Promise.all([filesIn(folder, 'keys'), filesIn(folder, 'files')])
  return { entries: keys.length, bytes: files.reduce((sum, file) => sum + file.size, 0) }
}

/**
 * Takes away entries, those unused longest first, until the files take no more than `limit` bytes; and files that no entry
 * names. Entries that cannot be read go as well. Safe while others use the cache: they find less in it, nothing wrong.
 */
export async function pruneCache(folder: string, limit: number): Promise<Pruned> {
  const [keys, files] = await Promise.all([filesIn(folder, 'keys'), filesIn(folder, 'files')])
  const sizes = new Map(files.map((file) => [file.name, file.size]))
  const entries = await fewAtOnce(keys, (file) => readEntry(folder, file.name, file.changed))
  entries.sort((a, b) => b.used - a.used)
  const kept = new Set<string>()
  let bytes = 0
  let removedEntries = 0
  for (const entry of entries) {
    const size = sizes.get(entry.sha256)
    const more = kept.has(entry.sha256) ? 0 : (size ?? 0)
    if (size !== undefined && bytes + more <= limit) {
      kept.add(entry.sha256)
      bytes += more
    } else {
      await rm(path.join(folder, keyPath(entry.key)), { force: true })
      removedEntries += 1
    }
  }
  let removedBytes = 0
  const named = new Set(entries.map((entry) => entry.sha256))
  for (const file of files) {
    const young = !named.has(file.name) && Date.now() - file.changed < youngerThan
    if (kept.has(file.name) || young) continue
    await rm(path.join(folder, filePath(file.name)), { force: true })
    removedBytes += file.size
  }
  return { entries: entries.length - removedEntries, bytes, removedEntries, removedBytes }
}

/** Reads every file of a cache and takes away those that are not what their name says. */
export async function scrubCache(folder: string): Promise<{ checked: number; removed: number }> {
  const files = await filesIn(folder, 'files')
  let removed = 0
  for (const { name } of files) {
    const file = path.join(folder, filePath(name))
    const bytes = await readFile(file).catch(() => undefined)
    if (bytes && sha256(bytes) === name) continue
    await rm(file, { force: true })
    removed += 1
  }
  return { checked: files.length, removed }
}

async function readEntry(folder: string, key: string, used: number): Promise<Found> {
  const text = await readFile(path.join(folder, keyPath(key)), 'utf8').catch(() => '')
  // The signature is asked for where an entry is used; here it only matters what it names.
  const opened = unseal<CacheEntry>(text, undefined)
  const body = opened.state === 'foreign' ? bodyOf(text) : opened.state === 'good' ? opened.value : undefined
  return { key, used, sha256: typeof body?.sha256 === 'string' ? body.sha256 : '' }
}

function bodyOf(text: string): Partial<CacheEntry> | undefined {
  try {
    return JSON.parse(text.split('\n', 2)[1] ?? '') as Partial<CacheEntry>
  } catch {
    return undefined
  }
}

async function filesIn(folder: string, sub: string) {
  const shelves = await readdir(path.join(folder, sub)).catch(() => [])
  const files = await fewAtOnce(shelves, async (shelf) => {
    const names = await readdir(path.join(folder, sub, shelf)).catch(() => [])
    return fewAtOnce(names, async (name) => {
      const found = await stat(path.join(folder, sub, shelf, name)).catch(() => undefined)
      return found ? [{ name, size: found.size, changed: found.mtimeMs }] : []
    })
  })
  return files.flat(2)
}

/** Results in the order of the items. Tens of thousands of files at once would take a hundred megabytes. */
async function fewAtOnce<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (let from = 0; from < items.length; from += atOnce)
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))))
  return results
}
