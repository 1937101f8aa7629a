// manifest.json: what was made, for programs.
import type { MessageRecord } from './message.js'
import type { Readability } from './readability.js'
import type { Variant } from './variant.js'

export interface FileRecord {
  /** Relative to the output folder, with `/`. */
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  /** PDFs only. */
  readonly pages?: number
}

export type HandoutStatus = 'made' | 'kept' | 'failed'

export interface HandoutRecord extends Variant {
  readonly id: string
  readonly title: string
  readonly paper: string
  readonly status: HandoutStatus
  readonly files: { readonly pdf?: FileRecord; readonly html?: FileRecord }
  readonly readability?: Readability
  readonly conformance: readonly string[]
  readonly review: { readonly status: string; readonly on: string; readonly due: string }
  /** Short hash of the words printed; it stands in the footer. */
  readonly version: string
  /** Hash of everything that went into the files. */
  readonly fingerprint: string
  /** Hash of the texts, templates and settings it was made from; while they are the same, none of them is read. */
  readonly inputs: string
  readonly messages: readonly MessageRecord[]
}

/** What the manifest says besides the handouts. */
export interface ManifestHead {
  readonly schema: 1
  readonly tool: { readonly name: string; readonly version: string }
  readonly browser: string
  readonly source: { readonly commit: string }
  readonly summary: BuildSummary
}

export interface Manifest extends ManifestHead {
  readonly handouts: readonly HandoutRecord[]
}

/** What the last run did. */
export interface BuildSummary {
  readonly made: number
  /** Not made anew: they were in the output folder or in the cache. */
  readonly kept: number
  readonly failed: number
  /** Of those kept, those that came from the cache. */
  readonly fromCache: number
  /** Entries of the cache that were damaged, and made anew. */
  readonly damaged: number
  /** Entries of the cache without a valid signature, and made anew. */
  readonly rejected: number
  /** Handouts taken away because their topic, organization or variant is no longer there. */
  readonly withdrawn: number
  readonly seconds: number
}
