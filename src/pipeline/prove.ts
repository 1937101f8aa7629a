// A printed PDF -> the finished one, proven to conform; or what is wrong with it, at the line of the source.
import type { PageRecord, PdfFault } from '../model/pdf.js'
import type { Topic } from '../model/topic.js'
import { finish } from '../pdf/finish/index.js'
import { explain } from '../verify/explain.js'
import { verify } from '../verify/index.js'
import type { Composed } from './compose.js'
import type { Pressed } from './press.js'

/** The standards every file is checked against. */
const conformance = ['PDF/UA-1', 'PDF/A-2a'] as const

/** Finishes and verifies; a file with a fault is not handed on. */
export async function prove(
  printed: { readonly bytes: Uint8Array; readonly page: PageRecord; readonly pages: number },
  composed: Composed,
  topic: Topic,
): Promise<Pressed> {
  const finished = await finish(printed.bytes, composed.info, printed.page)
  const { edition } = composed.variant
  const verdict = verify(finished.bytes, {
    page: printed.page,
    info: composed.info,
    edition,
    maxPages: composed.job.maxPages,
  })
  const faults = distinct([...finished.faults, ...verdict.faults])
  const messages = faults.map((one) => {
    const message = explain(one, topic.body, topic.path)
    message.line ??= 1
    message.column ??= 1
    return message
  })
  if (messages.length > 0) return { pdf: undefined, pages: printed.pages, conformance: [], messages }
  return { pdf: finished.bytes, pages: finished.pages, conformance, messages }
}

/** Finishing and verifying may see the same fault. */
function distinct(faults: readonly PdfFault[]): PdfFault[] {
  const seen = new Map(faults.map((one) => [`${one.rule} ${one.page} ${one.near}`, one]))
  return [...seen.values()]
}
