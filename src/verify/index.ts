// The bytes of a PDF in, a verdict out. Reads, changes nothing.
import type { Expectation, PdfFault, Verdict } from '../model/pdf.js'
import { PdfSyntaxError } from '../pdf-syntax/lexer.js'
import { openingRequirements } from './checks/opening.js'
import type { Finding, Requirement } from './condition.js'
import { conditions } from './conditions.js'
import { factsOf } from './facts.js'
import { tooLarge, Unreadable, type UnreadableRule, unreadable } from './limits.js'
import { openPdf } from './open/file.js'
import { Reading } from './read/reading.js'

/** Faults of one rule that are told one by one; in a foreign file there may be thousands. */
const MOST_OF_ONE_RULE = 20

/**
 * Judges whether bytes are a PDF/UA-1 and PDF/A-2a file, and the one that was meant.
 * Never throws for what the bytes hold: bytes that cannot be read give one fault that says why, and no facts.
 */
export function verify(bytes: Uint8Array, expectation: Expectation = {}): Verdict {
  try {
    const reading = new Reading(openPdf(bytes))
    const faults: PdfFault[] = []
    for (const condition of conditions) {
      let count = 0
      for (const finding of condition.check(reading, expectation)) {
        if (count++ === MOST_OF_ONE_RULE) break
        faults.push(faultOf(condition, finding))
      }
    }
    return { ok: faults.length === 0, faults, facts: factsOf(reading) }
  } catch (error) {
    const { rule, message } = reasonOf(error)
    const requirement = openingRequirements.find(({ id }) => id === rule) as Requirement
    return { ok: false, faults: [faultOf(requirement, { text: message })] }
  }
}

function faultOf({ id, clause, hint }: Requirement, { text, page, near }: Finding): PdfFault {
  return {
    rule: id,
    clause,
    text,
    hint,
    ...(page === undefined ? {} : { page }),
    ...(near === undefined || near === '' ? {} : { near }),
  }
}

/** Whatever else goes wrong has its cause in the bytes too: they come from anywhere, and a verdict is always given. */
function reasonOf(error: unknown): { rule: UnreadableRule; message: string } {
  if (error instanceof Unreadable) return error
  if (error instanceof PdfSyntaxError) return unreadable('The content of a page breaks the syntax of PDF.')
  if (error instanceof RangeError) return tooLarge('nests its objects too deeply')
  return unreadable(
    `This PDF holds something that was not foreseen (${error instanceof Error ? error.message : error}).`,
  )
}
