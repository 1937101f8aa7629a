// A PDF file in, what veraPDF says of it out, when it is installed: a second opinion, not needed to build.
import { execFile } from 'node:child_process'
import type { PdfFault } from '../model/pdf.js'

/** What one profile of veraPDF found. */
export interface VeraPdfResult {
  readonly flavour: VeraPdfFlavour
  readonly compliant: boolean
  /** Rules that failed, as `7.1-3`. */
  readonly failed: readonly string[]
}

export type VeraPdfFlavour = 'ua1' | '2a'

export type VeraPdfOpinion =
  | { readonly kind: 'not-installed' }
  /** It ran, but not to an end or not to a report; `reason` is what it said. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** `agrees` is true when both find the file conforming, or both do not. */
  | { readonly kind: 'judged'; readonly results: readonly VeraPdfResult[]; readonly agrees: boolean }

export interface VeraPdfOptions {
  /** Looked up on the PATH. Default `verapdf`. */
  readonly command?: string
  readonly signal?: AbortSignal
}

const flavours: readonly VeraPdfFlavour[] = ['ua1', '2a']

/** A report of a long foreign file may list thousands of places. */
const MAX_REPORT_BYTES = 64 * 1024 * 1024

const MINUTE = 60_000

/** Exit codes with a report: valid, and not valid. */
const REPORTED = [0, 1]

/** Clauses that veraPDF judges too; what only we ask for is no disagreement. */
const shared = /ISO (?:14289|19005)/

/**
 * Runs veraPDF with the profiles of PDF/UA-1 and PDF/A-2a.
 *
 * @param path the file as it lies on the disk
 * @param faults what `verify` found in it
 */
export async function askVeraPdf(
  path: string,
  faults: readonly PdfFault[],
  options: VeraPdfOptions = {},
): Promise<VeraPdfOpinion> {
  const results: VeraPdfResult[] = []
  for (const flavour of flavours) {
    const answer = await run(
      options.command ?? 'verapdf',
      ['--format', 'xml', '--flavour', flavour, path],
      options.signal,
    )
    if (answer.kind !== 'report') return answer
    const result = parseReport(answer.report, flavour)
    if (!result) return { kind: 'failed', reason: 'Its report could not be read.' }
    results.push(result)
  }
  const own = !faults.some(({ clause }) => clause !== undefined && shared.test(clause))
  return { kind: 'judged', results, agrees: results.every(({ compliant }) => compliant) === own }
}

/** Reads the XML report of one file; undefined when it holds no verdict. */
export function parseReport(report: string, flavour: VeraPdfFlavour): VeraPdfResult | undefined {
  const verdict = /<validationReport\b[^>]*\bisCompliant="(true|false)"/.exec(report)
  if (!verdict) return undefined
  const failed = new Set<string>()
  for (const [tag] of report.matchAll(/<rule\b[^>]*>/g)) {
    const value = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
    if (value('status') !== 'failed') continue
    failed.add(`${value('clause')}-${value('testNumber')}`)
  }
  return { flavour, compliant: verdict[1] === 'true', failed: [...failed] }
}

type Answer =
  | { readonly kind: 'report'; readonly report: string }
  | Exclude<VeraPdfOpinion, { kind: 'judged' }>

function run(command: string, args: string[], signal: AbortSignal | undefined): Promise<Answer> {
  const options = { maxBuffer: MAX_REPORT_BYTES, timeout: 2 * MINUTE, ...(signal ? { signal } : {}) }
  return new Promise((done) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      if (!error || REPORTED.includes(Number(error.code))) done({ kind: 'report', report: stdout })
      else if (error.code === 'ENOENT') done({ kind: 'not-installed' })
      else done({ kind: 'failed', reason: stderr.trim() || error.message })
    })
  })
}
