// Finished files in, the same files out; nothing that was damaged or made by somebody else.
import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile, truncate, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Cache, type CacheEntry, filePath, keyPath } from '../../src/batch/cache/cache.js'
import { cacheState, pruneCache, scrubCache } from '../../src/batch/cache/prune.js'
import { seal, unseal } from '../../src/batch/cache/seal.js'
import { keepWithinLimit } from '../../src/batch/cache/usage.js'
import { sha256 } from '../../src/output/hash.js'
import { temporaryFolder } from '../helpers/library.js'

const keyOf = (name: string) => createHash('sha256').update(name).digest('hex')

function entryOf(name: string, bytes: Uint8Array): CacheEntry {
  return { key: keyOf(name), sha256: sha256(bytes), bytes: bytes.length, pages: 2, conformance: ['PDF/UA-1'] }
}

async function filled(names: readonly string[], secret?: string) {
  const folder = await temporaryFolder()
  const cache = await Cache.open(folder, secret)
  const bytes = new Map(names.map((name) => [name, new Uint8Array(randomBytes(2000))]))
  for (const [name, one] of bytes) await cache.put(entryOf(name, one), one)
  return { folder, bytes, open: () => Cache.open(folder, secret) }
}

const damages: readonly [string, (file: string, size: number) => Promise<void>][] = [
  [
    'flipped',
    async (file, size) => {
      const bytes = await readFile(file)
      const at = Math.floor(size / 2)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      await writeFile(file, bytes)
    },
  ],
  ['truncated', (file, size) => truncate(file, Math.floor(size / 2))],
  ['emptied', (file) => truncate(file, 0)],
]

describe('a cache', () => {
  it('gives back what was put in, and counts', async () => {
    const { bytes, open } = await filled(['a', 'b'])
    const cache = await open()
    for (const [name, one] of bytes)
      expect(await cache.get(keyOf(name))).toEqual({ entry: entryOf(name, one), bytes: Buffer.from(one) })
    expect(await cache.get(keyOf('c'))).toBeUndefined()
    expect(cache.counts).toEqual({ hits: 2, misses: 1, damaged: 0, rejected: 0 })
  })

  it.each(damages)(
    'serves no %s file or entry, and is whole again when it is put back',
    async (_name, damage) => {
      const { folder, bytes, open } = await filled(['file', 'entry', 'good'])
      const hash = sha256(bytes.get('file') ?? '')
      await damage(path.join(folder, filePath(hash)), 2000)
      const entry = path.join(folder, keyPath(keyOf('entry')))
      await damage(entry, (await readFile(entry)).length)
      const cache = await open()
      expect(await cache.get(keyOf('file'))).toBeUndefined()
      expect(await cache.get(keyOf('entry'))).toBeUndefined()
      expect(await cache.get(keyOf('good'))).toBeDefined()
      expect(cache.counts).toEqual({ hits: 1, misses: 0, damaged: 2, rejected: 0 })
      for (const [name, one] of bytes) await cache.put(entryOf(name, one), one)
      for (const name of bytes.keys()) expect(await cache.get(keyOf(name))).toBeDefined()
    },
  )

  it('serves no entry under another key', async () => {
    const { folder, open } = await filled(['a', 'b'])
    await writeFile(
      path.join(folder, keyPath(keyOf('a'))),
      await readFile(path.join(folder, keyPath(keyOf('b')))),
    )
    const cache = await open()
    expect(await cache.get(keyOf('a'))).toBeUndefined()
    expect(cache.counts.damaged).toBe(1)
  })

  it('with a key serves only what was signed with it', async () => {
    const { folder, bytes } = await filled(['a'], 'our key')
    const counts = async (secret: string | undefined) => {
      const cache = await Cache.open(folder, secret)
      const found = await cache.get(keyOf('a'))
      return { found: found !== undefined, ...cache.counts }
    }
    expect(await counts('our key')).toMatchObject({ found: true, rejected: 0 })
    expect(await counts('another key')).toMatchObject({ found: false, rejected: 1 })
    expect(await counts(undefined)).toMatchObject({ found: false, rejected: 1 })
    // Somebody without the key puts a file of their own under the key of a handout.
    const forged = new Uint8Array(randomBytes(500))
    await (await Cache.open(folder, undefined)).put({ ...entryOf('a', forged), key: keyOf('a') }, forged)
    expect(await counts('our key')).toMatchObject({ found: false, rejected: 1 })
    const mine = await Cache.open(folder, 'our key')
    const one = bytes.get('a') ?? new Uint8Array()
    await mine.put(entryOf('a', one), one)
    expect(await counts('our key')).toMatchObject({ found: true, rejected: 0 })
  })

  it('is written by many at once: no entry is ever missing or torn', async () => {
    const folder = await temporaryFolder()
    const bytes = new Map(['a', 'b', 'c'].map((name) => [name, new Uint8Array(randomBytes(50_000))]))
    const caches = await Promise.all(Array.from({ length: 6 }, () => Cache.open(folder, undefined)))
    const putAll = () =>
      Promise.all(
        caches.flatMap((cache) => [...bytes].map(([name, one]) => cache.put(entryOf(name, one), one))),
      )
    await putAll()
    for (const cache of caches) expect(cache.written).toBe(150_000)
    const reader = await Cache.open(folder, undefined)
    for (let round = 0; round < 10; round++) {
      const writing = putAll()
      const found = await Promise.all([...bytes.keys()].map((name) => reader.get(keyOf(name))))
      expect(found.map((one) => one?.entry.sha256)).toEqual([...bytes.values()].map(sha256))
      await writing
    }
    expect(reader.counts).toEqual({ hits: 30, misses: 0, damaged: 0, rejected: 0 })
    await Promise.all(caches.map((cache) => cache.close()))
    expect((await readdir(folder)).sort()).toEqual(['files', 'keys'])
  })

  it('closed by one leaves alone what another is writing', async () => {
    const folder = await temporaryFolder()
    const bytes = new Uint8Array(randomBytes(1_000_000))
    const one = await Cache.open(folder, undefined)
    for (let round = 0; round < 20; round++) {
      const other = await Cache.open(folder, undefined)
      await Promise.all([one.put(entryOf(`${round}`, bytes), bytes), other.close()])
      expect((await one.get(keyOf(`${round}`)))?.entry.sha256).toBe(sha256(bytes))
    }
  })

  it('that cannot be written to stops nothing', async () => {
    const folder = path.join(await temporaryFolder(), 'file')
    await writeFile(folder, 'not a folder')
    const cache = await Cache.open(folder, undefined)
    const bytes = new Uint8Array(3)
    await cache.put(entryOf('a', bytes), bytes)
    expect(await cache.get(keyOf('a'))).toBeUndefined()
    expect(cache.written).toBe(0)
  })
})

describe('pruning', () => {
  const use = (folder: string, name: string, seconds: number) =>
    utimes(path.join(folder, keyPath(keyOf(name))), seconds, seconds)

  it('takes away what was used longest ago, until the rest is within the limit', async () => {
    const { folder, open } = await filled(['a', 'b', 'c', 'd'])
    for (const [index, name] of ['b', 'd', 'a', 'c'].entries()) await use(folder, name, 1000 + index)
    expect(await cacheState(folder)).toEqual({ entries: 4, bytes: 8000 })
    expect(await pruneCache(folder, 4500)).toEqual({
      entries: 2,
      bytes: 4000,
      removedEntries: 2,
      removedBytes: 4000,
    })
    const cache = await open()
    const left = await Promise.all(['a', 'b', 'c', 'd'].map((name) => cache.get(keyOf(name))))
    expect(left.map((one) => one !== undefined)).toEqual([true, false, true, false])
  })

  it('keeps a file that another entry still names, and one that is being written', async () => {
    const folder = await temporaryFolder()
    const cache = await Cache.open(folder, 'key')
    const bytes = new Uint8Array(randomBytes(1000))
    await cache.put(entryOf('a', bytes), bytes)
    await cache.put(entryOf('b', bytes), bytes)
    const young = sha256('young')
    await writeFile(path.join(folder, filePath(sha256(bytes)), '..', young), 'young')
    await use(folder, 'a', 1000)
    expect(await pruneCache(folder, 1000)).toMatchObject({ entries: 2, removedBytes: 0 })
    expect(await cache.get(keyOf('b'))).toBeDefined()
    expect(await pruneCache(folder, 0)).toMatchObject({ entries: 0, removedEntries: 2, removedBytes: 1000 })
  })

  it('takes away entries whose file is gone, and files that are not what their name says', async () => {
    const { folder, bytes } = await filled(['a', 'b'])
    await truncate(path.join(folder, filePath(sha256(bytes.get('a') ?? ''))), 10)
    expect(await scrubCache(folder)).toEqual({ checked: 2, removed: 1 })
    expect(await pruneCache(folder, 1e9)).toMatchObject({ entries: 1, removedEntries: 1 })
  })

  it('comes by itself when a build has filled the cache over its limit', async () => {
    const folder = await temporaryFolder()
    const fill = async (from: number) => {
      const cache = await Cache.open(folder, undefined)
      for (let number = from; number < from + 5; number++) {
        const bytes = new Uint8Array(randomBytes(1000))
        await cache.put(entryOf(String(number), bytes), bytes)
      }
      await keepWithinLimit(cache, 8000)
    }
    await fill(0)
    expect(await cacheState(folder)).toEqual({ entries: 5, bytes: 5000 })
    await fill(5)
    const { bytes } = await cacheState(folder)
    expect(bytes).toBeLessThanOrEqual(8000)
    expect(bytes).toBeGreaterThan(5000)
  })
})

describe('a seal', () => {
  it.each([undefined, 'secret'])('with the key %j opens to the same value', (secret) => {
    const value = { a: [1, 'ü\n', null] }
    expect(unseal(seal(value, secret), secret)).toEqual({ state: 'good', value })
  })

  it('shows every changed character', () => {
    const text = seal({ key: 'value', pages: 3 }, undefined)
    for (let at = 0; at < text.length - 1; at++) {
      const changed = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`
      expect(unseal(changed, undefined).state).not.toBe('good')
    }
  })
})
