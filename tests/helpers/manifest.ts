// Parts of records in, whole records and manifests out.
import type { HandoutRecord, Manifest } from '../../src/model/manifest.js'
import { sha256 } from '../../src/output/hash.js'

/** A handout that was made; what is given replaces what is usual. */
export function record(over: Partial<HandoutRecord> = {}): HandoutRecord {
  return {
    id: 'clinic/en/hands/easy/short/standard',
    organization: 'clinic',
    language: 'en',
    topic: 'hands',
    level: 'easy',
    length: 'short',
    edition: 'standard',
    title: 'Hands',
    paper: 'letter',
    status: 'made',
    files: {},
    conformance: [],
    review: { status: 'draft', on: '2026-11-22', due: '2028-11-22' },
    version: 'abc1234',
    fingerprint: 'f',
    inputs: 'i',
    messages: [],
    ...over,
  }
}

/** The manifest of a run that made these. */
export function manifestOf(handouts: readonly HandoutRecord[]): Manifest {
  return {
    schema: 1,
    tool: { name: 'handout-press', version: '0' },
    browser: 'x',
    source: { commit: '' },
    handouts,
    summary: {
      made: handouts.length,
      kept: 0,
      failed: 0,
      fromCache: 0,
      damaged: 0,
      rejected: 0,
      withdrawn: 0,
      seconds: 1,
    },
  }
}

/** What is known of a file with this text. */
export const file = (name: string, text: string) => ({
  path: name,
  sha256: sha256(text),
  bytes: text.length,
  pages: 1,
})
