// Key of a page -> the finished file it became before, in this build or another, on this machine or another.
import { existsSync, utimes } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { asHandoutError, type HandoutError } from '../../model/error.js'
import { sha256 } from '../../output/hash.js'
import { WholeFolder } from '../../output/whole-folder.js'
import { seal, unseal } from './seal.js'

/** What is known of a finished file. */
export interface CacheEntry {
  /** Key of the page it was printed from. */
  readonly key: string
  readonly sha256: string
  readonly bytes: number
  readonly pages: number
  readonly conformance: readonly string[]
}

/** How often the cache helped, and what was wrong with it. */
export interface CacheCounts {
  hits: number
  misses: number
  /** Entries or files that are not what was written; they are made anew. */
  damaged: number
  /** Entries not signed with our key; they are made anew. */
  rejected: number
}

/**
 * A folder of entries by key and of files by their hash: `keys/ab/<key>`, `files/ab/<sha256>`. Everything read is held
 * against its hash, so nothing damaged is served; everything written is renamed into place, so any number of processes may
 * use it at the same time.
 */
export class Cache {
  readonly counts: CacheCounts = { hits: 0, misses: 0, damaged: 0, rejected: 0 }
  /** Bytes written by this process. */
  written = 0
  readonly #folder: WholeFolder
  readonly #secret: string | undefined
  #problem: HandoutError | undefined
  /** Keys whose entries were found damaged; each is counted once, however often it is asked for. */
  readonly #bad = new Set<string>()

  private constructor(folder: WholeFolder, secret: string | undefined) {
    this.#folder = folder
    this.#secret = secret
  }

  /** @param secret signs what is written, and is asked of what is read */
  static async open(folder: string, secret: string | undefined): Promise<Cache> {
    return new Cache(await WholeFolder.open(folder), secret)
  }

  get folder(): string {
    return this.#folder.path
  }

  /** Why nothing can be written to it any more. */
  get problem(): HandoutError | undefined {
    return this.#problem
  }

  async get(key: string): Promise<{ entry: CacheEntry; bytes: Uint8Array } | undefined> {
    if (this.#bad.has(key)) return undefined
    const text = await readText(this.#folder.at(keyPath(key)))
    if (text === undefined) return this.#count('misses')
    const opened = unseal<CacheEntry>(text, this.#secret)
    if (opened.state === 'foreign') return this.#refuse(key, 'rejected')
    if (opened.state === 'damaged' || opened.value.key !== key) return this.#refuse(key, 'damaged')
    const entry = opened.value
    const bytes = await readFile(this.#folder.at(filePath(entry.sha256))).catch(() => undefined)
    // Pruned in between.
    if (!bytes) return this.#count('misses')
    if (bytes.length !== entry.bytes || sha256(bytes) !== entry.sha256) return this.#refuse(key, 'damaged')
    this.#touch(keyPath(key))
    this.counts.hits += 1
    return { entry, bytes }
  }

  /** Keeps a file. A cache that cannot be written to does not stop a build. */
  async put(entry: CacheEntry, bytes: Uint8Array): Promise<void> {
    if (this.#problem) return
    try {
      // The file first: an entry never names a file that is not there yet.
      await this.#folder.write(filePath(entry.sha256), bytes)
      await this.#folder.write(keyPath(entry.key), seal(entry, this.#secret))
      this.written += bytes.length
      this.#bad.delete(entry.key)
    } catch (cause) {
      this.#problem = asHandoutError(cause)
    }
  }

  /** A small text of ours beside the entries, sealed like them. */
  async note<Value>(name: string): Promise<Value | undefined> {
    const text = await readText(this.#folder.at(name))
    if (text === undefined) return undefined
    const opened = unseal<Value>(text, this.#secret)
    if (opened.state === 'good') return opened.value
    // Nothing but time is lost with a note, so it is not counted.
    if (opened.state === 'damaged') await this.#folder.remove(name).catch(() => {})
    return undefined
  }

  async setNote(name: string, value: unknown): Promise<void> {
    if (this.#problem) return
    await this.#folder.write(name, seal(value, this.#secret)).catch((cause: unknown) => {
      this.#problem = asHandoutError(cause)
    })
  }

  async close(): Promise<void> {
    await this.#folder.close()
  }

  /** What was used last is pruned last. */
  #touch(file: string): void {
    const now = new Date()
    utimes(this.#folder.at(file), now, now, () => {})
  }

  #refuse(key: string, what: 'damaged' | 'rejected'): undefined {
    this.#bad.add(key)
    return this.#count(what)
  }

  #count(what: keyof CacheCounts): undefined {
    this.counts[what] += 1
  }
}

export function keyPath(key: string): string {
  return `keys/${key.slice(0, 2)}/${key}`
}

export function filePath(hash: string): string {
  return `files/${hash.slice(0, 2)}/${hash}`
}

/** Most of what is asked for is not there in a first build, and then no thread need be woken for it. */
async function readText(file: string): Promise<string | undefined> {
  if (!existsSync(file)) return undefined
  return readFile(file, 'utf8').catch(() => undefined)
}
