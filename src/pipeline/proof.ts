// Bytes of a printed PDF and what it was meant to be -> the finished bytes and what is wrong with them. Pure: any thread can do it.
import type { DocumentInfo, PageRecord, PdfFault } from '../model/pdf.js'
import type { Edition } from '../model/variant.js'
import { finish } from '../pdf/finish/index.js'
import { verify } from '../verify/index.js'

export interface ProofInput {
  readonly bytes: Uint8Array
  readonly page: PageRecord
  readonly info: DocumentInfo
  readonly edition: Edition
  readonly maxPages: number
  /** Names of the page's own fonts. */
  readonly fonts: readonly string[]
}

export interface Proof {
  readonly bytes: Uint8Array
  readonly pages: number
  /** None: the file conforms. */
  readonly faults: readonly PdfFault[]
}

/** Whoever finishes and verifies: this thread, or others. */
export interface Prover {
  /**
   * @param signal ends the work: the deadline of the handout
   * @throws HandoutError `deadline-exceeded`
   */
  prove(input: ProofInput, signal: AbortSignal): Promise<Proof>
  close(): Promise<void>
}

/** Finishes and verifies. */
export async function proof({ bytes, page, info, edition, maxPages, fonts }: ProofInput): Promise<Proof> {
  const finished = await finish(bytes, info, page)
  const verdict = verify(finished.bytes, { page, info, edition, maxPages, fonts })
  return {
    bytes: finished.bytes,
    pages: finished.pages,
    faults: distinct([...finished.faults, ...verdict.faults]),
  }
}

/** Finishing and verifying may see the same fault. */
function distinct(faults: readonly PdfFault[]): PdfFault[] {
  const seen = new Map(faults.map((one) => [`${one.rule} ${one.page} ${one.near}`, one]))
  return [...seen.values()]
}

/** Works in this thread. */
export const ownThread: Prover = {
  prove: (input) => proof(input),
  close: async () => {},
}
