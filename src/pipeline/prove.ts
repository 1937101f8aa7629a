// A printed PDF -> the finished one, proven to conform; or what is wrong with it, at the line of the source.
import type { VFileMessage } from 'vfile-message'
import type { PdfFault } from '../model/pdf.js'
import type { PrintedPdf } from '../model/print.js'
import type { Topic } from '../model/topic.js'
import { explain } from '../verify/explain.js'
import type { Composed } from './compose.js'
import type { Pressed } from './press.js'
import type { Prover } from './proof.js'

/** The standards every file is checked against. */
const conformance = ['PDF/UA-1', 'PDF/A-2a'] as const

/**
 * Finishes and verifies; a file with a fault is not handed on.
 *
 * @throws HandoutError `deadline-exceeded`
 */
export async function prove(
  printed: PrintedPdf,
  composed: Composed,
  topic: Topic,
  proveBytes: Prover['prove'],
  signal: AbortSignal,
): Promise<Pressed> {
  const { bytes, pages, faults } = await proveBytes(
    {
      bytes: printed.bytes,
      page: printed.page,
      info: composed.info,
      edition: composed.variant.edition,
      maxPages: composed.job.maxPages,
      fonts: composed.fonts,
    },
    signal,
  )
  if (faults.length === 0) return { pdf: bytes, pages, conformance, messages: [] }
  const messages = faults.map((one) => {
    const halves = [topic, ...(composed.beside ? [composed.beside.topic] : [])]
    const explained = halves.map((half) => explainIn(one, half))
    const message = explained.find(({ line }) => line !== undefined) ?? explainIn(one, topic)
    message.line ??= 1
    message.column ??= 1
    return message
  })
  return { pdf: undefined, pages: printed.fit.pages, conformance: [], messages }
}

/** Looks for the words in the topic first, then in what the organization adds. */
function explainIn(found: PdfFault, { body, path, additions = [] }: Topic): VFileMessage {
  const ofTopic = explain(found, body, path)
  if (ofTopic.line !== undefined) return ofTopic
  const ofAdditions = additions.map((one) => explain(found, one.body, one.path))
  return ofAdditions.find(({ line }) => line !== undefined) ?? ofTopic
}
