// What goes to the printer and what comes back.
import type { PageRecord } from './pdf.js'

export interface PrintAsset {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/** One self-contained page to be printed. */
export interface PrintJob {
  readonly html: string
  /** By address; a request for anything else fails the handout. */
  readonly assets: ReadonlyMap<string, () => PrintAsset>
  /** Room for the words on a page, in points. */
  readonly area: { readonly width: number; readonly height: number }
  /** Bounds of the body type in points, and how many pages it may fill. */
  readonly type: { readonly least: number; readonly most: number }
  readonly maxPages: number
}

export interface PrintedPdf {
  readonly bytes: Uint8Array
  readonly page: PageRecord
  readonly fit: Fit
}

/** How the words were fitted to the pages. */
export interface Fit {
  /** Body type in points. */
  readonly type: number
  readonly pages: number
  /** Lines over the budget; 0 when it fits. */
  readonly linesOver: number
  /** Longest sections, in lines, longest first. */
  readonly longest: readonly { readonly heading: string; readonly lines: number }[]
}

/** The page asked for something that is not its own. */
export class BlockedRequest extends Error {
  override readonly name = 'BlockedRequest'
  readonly addresses: readonly string[]

  constructor(addresses: readonly string[]) {
    super(`The page asked for ${addresses.join(', ')}`)
    this.addresses = addresses
  }
}
