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
  readonly messages: readonly MessageRecord[]
}

export interface Manifest {
  readonly schema: 1
  readonly tool: { readonly name: string; readonly version: string }
  readonly browser: string
  readonly source: { readonly commit: string }
  readonly handouts: readonly HandoutRecord[]
  readonly summary: {
    readonly made: number
    readonly kept: number
    readonly failed: number
    readonly seconds: number
  }
}
