// Records of a run and of those before -> catalogue, checksums and manifest of the output folder, the manifest last.
import { statSync } from 'node:fs'
import type { BuildSummary, HandoutRecord, ManifestHead } from '../model/manifest.js'
import type { Variant } from '../model/variant.js'
import { toolName, toolVersion } from '../model/version.js'
import { cataloguePage } from '../output/catalogue/index.js'
import { isWhole } from '../output/hash.js'
import { withLock } from '../output/lock.js'
import { manifestStamp, readManifest, writeManifest } from '../output/manifest.js'
import type { WholeFolder } from '../output/whole-folder.js'
import { RecordStore, sortedRecords } from './record-store.js'
import { filesOf } from './records.js'

/** What the manifest says besides the handouts. */
export interface About {
  readonly browser: string
  readonly commit: string
  readonly summary: BuildSummary
}

/** The manifest and the pages about the handouts in one output folder. */
export class Outputs {
  readonly #folder: WholeFolder
  readonly #isPlanned: (variant: Variant) => boolean
  /** What was in the manifest when it was last seen, and how it looked then. */
  #others = new RecordStore()
  #stamp = ''

  /** @param isPlanned whether a variant still exists, wanted in this run or not */
  constructor(folder: WholeFolder, isPlanned: (variant: Variant) => boolean) {
    this.#folder = folder
    this.#isPlanned = isPlanned
  }

  /**
   * Writes what a run has done so far, over what is in the folder now: another run may have added to it. What other runs made
   * and is still there stays; what no longer exists in the library is taken away.
   *
   * @returns how many were taken away
   */
  async write(records: RecordStore, about: About, finished: boolean): Promise<number> {
    return withLock(this.#folder.path, async () => {
      await this.#look()
      let withdrawn = 0
      for (const id of [...this.#others.ids()]) {
        const record = records.has(id) ? undefined : this.#others.get(id)
        const isGone = record && finished && !this.#isPlanned(record)
        if (isGone) {
          await this.#withdraw(record)
          withdrawn += 1
        }
        if (!record || isGone || !this.#isThere(record)) this.#others.delete(id)
      }
      const handouts = sortedRecords(records, this.#others)
      const head: ManifestHead = {
        schema: 1,
        tool: { name: toolName, version: toolVersion },
        browser: about.browser,
        source: { commit: about.commit },
        summary: { ...about.summary, withdrawn },
      }
      if (finished) await this.#folder.write('index.html', cataloguePage(head, handouts))
      await writeManifest(this.#folder, head, handouts)
      this.#stamp = await manifestStamp(this.#folder.path)
      return withdrawn
    })
  }

  /** Reads the manifest, unless it is the one we wrote: reading that of a large batch takes a second, and much memory. */
  async #look(): Promise<void> {
    const stamp = await manifestStamp(this.#folder.path)
    if (stamp !== '' && stamp === this.#stamp) return
    this.#others = new RecordStore()
    for (const record of (await readManifest(this.#folder.path))?.handouts ?? [])
      this.#others.add({ ...record, status: 'kept' })
  }

  /** A file somebody has changed since is not ours to take away. */
  async #withdraw(record: HandoutRecord): Promise<void> {
    for (const file of filesOf(record))
      if (isWhole(this.#folder.at(file.path), file)) await this.#folder.remove(file.path)
  }

  /** Not read: the run that wants it reads it. */
  #isThere(record: HandoutRecord): boolean {
    const files = filesOf(record)
    return files.length > 0 && files.every((file) => sizeOf(this.#folder.at(file.path)) === file.bytes)
  }
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size
}
