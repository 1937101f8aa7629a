// Records as they come -> the same by id, each held as bytes: as objects they take ten times the room.
import type { HandoutRecord } from '../model/manifest.js'

/** Bytes taken at once, for some hundred records. */
const shelfSize = 512 * 1024

/**
 * Records of handouts by id, the only thing that grows with a batch. Their texts lie outside of the heap, which makes room
 * for garbage in proportion to what is in it. Reading a record parses it.
 */
export class RecordStore {
  readonly #texts = new Map<string, Buffer>()
  #shelf = Buffer.alloc(0)
  #used = 0

  get size(): number {
    return this.#texts.size
  }

  add(record: HandoutRecord): void {
    const text = JSON.stringify(record)
    const length = Buffer.byteLength(text)
    if (this.#used + length > this.#shelf.length) {
      this.#shelf = Buffer.allocUnsafeSlow(Math.max(shelfSize, length))
      this.#used = 0
    }
    const own = this.#shelf.subarray(this.#used, this.#used + length)
    own.write(text)
    this.#used += length
    this.#texts.set(record.id, own)
  }

  has(id: string): boolean {
    return this.#texts.has(id)
  }

  get(id: string): HandoutRecord | undefined {
    const text = this.#texts.get(id)
    return text && (JSON.parse(text.toString()) as HandoutRecord)
  }

  delete(id: string): void {
    this.#texts.delete(id)
  }

  ids(): IterableIterator<string> {
    return this.#texts.keys()
  }
}

/**
 * The records that are in some stores now, sorted by id, as often as they are asked for. What is added later is not among
 * them; with one id in two stores the first counts.
 */
export function sortedRecords(...stores: readonly RecordStore[]): Iterable<HandoutRecord> {
  const ids = [...new Set(stores.flatMap((store) => [...store.ids()]))].sort()
  return {
    *[Symbol.iterator]() {
      for (const id of ids) {
        const record = stores.find((store) => store.has(id))?.get(id)
        if (record) yield record
      }
    },
  }
}
