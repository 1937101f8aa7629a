// Records of a run and of those before -> catalogue, checksums and manifest of the output folder, the manifest last.
import { statSync } from 'node:fs'
import type { BuildSummary, HandoutRecord, Manifest } from '../model/manifest.js'
import type { Variant } from '../model/variant.js'
import { toolName, toolVersion } from '../model/version.js'
import { cataloguePage } from '../output/catalogue/index.js'
import { isWhole } from '../output/hash.js'
import { withLock } from '../output/lock.js'
import { readManifest, writeManifest } from '../output/manifest.js'
import type { WholeFolder } from '../output/whole-folder.js'
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
  async write(records: ReadonlyMap<string, HandoutRecord>, about: About, finished: boolean): Promise<number> {
    return withLock(this.#folder.path, async () => {
      const before = await readManifest(this.#folder.path)
      const others = (before?.handouts ?? []).filter(({ id }) => !records.has(id))
      const withdrawn = finished ? others.filter((record) => !this.#isPlanned(record)) : []
      for (const record of withdrawn) await this.#withdraw(record)
      const stay = others.filter((record) => !withdrawn.includes(record) && this.#isThere(record))
      const handouts = [...stay.map(asKept), ...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
      const manifest: Manifest = {
        schema: 1,
        tool: { name: toolName, version: toolVersion },
        browser: about.browser,
        source: { commit: about.commit },
        handouts,
        summary: { ...about.summary, withdrawn: withdrawn.length },
      }
      if (finished) await this.#folder.write('index.html', cataloguePage(manifest))
      await writeManifest(this.#folder, manifest)
      return withdrawn.length
    })
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

function asKept(record: HandoutRecord): HandoutRecord {
  return { ...record, status: 'kept' }
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size
}
