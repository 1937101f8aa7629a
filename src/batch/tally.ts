// Outcomes as they come -> the records and counts of a run, and when it is time to write them down.
import type { BuildSummary } from '../model/manifest.js'
import type { CacheCounts } from './cache/cache.js'
import type { Outcome } from './handouts.js'
import { RecordStore } from './record-store.js'

/** What was made is written down so often at least, so that a run that is killed need not be begun again. */
const every = 5000
/** Writing down takes no more than this share of the time. */
const share = 0.02

/** What a run has done so far. */
export class Tally {
  readonly records = new RecordStore()
  made = 0
  pages = 0
  withdrawn = 0
  readonly #started: number
  #kept = 0
  #failed = 0
  #fromCache = 0
  #counts: CacheCounts | undefined
  #unwritten = false
  #busy = false
  #next: number

  constructor(started: number) {
    this.#started = started
    this.#next = started + every
  }

  add({ record, from }: Outcome): void {
    this.records.add(record)
    this.pages += record.files.pdf?.pages ?? 0
    if (record.status === 'made') this.made += 1
    else if (record.status === 'kept') this.#kept += 1
    else this.#failed += 1
    if (from === 'cache') this.#fromCache += 1
    if (record.status === 'made' || from === 'cache') this.#unwritten = true
  }

  isCheckpoint(): boolean {
    return this.#unwritten && !this.#busy && performance.now() >= this.#next
  }

  /** Writes down what there is; the longer that takes, the longer until the next time. */
  async checkpoint(write: () => Promise<void>): Promise<void> {
    this.#busy = true
    const begun = performance.now()
    try {
      await write()
      this.#unwritten = false
    } finally {
      const took = performance.now() - begun
      this.#next = performance.now() + Math.max(every, took / share)
      this.#busy = false
    }
  }

  summary(counts?: CacheCounts): BuildSummary {
    this.#counts = counts ?? this.#counts
    return {
      made: this.made,
      kept: this.#kept,
      failed: this.#failed,
      fromCache: this.#fromCache,
      damaged: this.#counts?.damaged ?? 0,
      rejected: this.#counts?.rejected ?? 0,
      withdrawn: this.withdrawn,
      seconds: Math.round(performance.now() - this.#started) / 1000,
    }
  }
}
