// Records as they come -> the same by id, each held as text: as objects they take five times the room.
import type { HandoutRecord } from '../model/manifest.js'

/** Records of handouts by id; tens of thousands of them in a few megabytes. Reading one parses it. */
export class RecordStore {
  readonly #texts = new Map<string, string>()

  get size(): number {
    return this.#texts.size
  }

  /** Holds a record, in a string of its own: one that was cut out of a text would keep the whole text in memory. */
  add(record: HandoutRecord): void {
    this.#texts.set(record.id, JSON.stringify(record))
  }

  has(id: string): boolean {
    return this.#texts.has(id)
  }

  get(id: string): HandoutRecord | undefined {
    const text = this.#texts.get(id)
    return text === undefined ? undefined : (JSON.parse(text) as HandoutRecord)
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
