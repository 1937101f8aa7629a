// Everything that can change a file -> one hash.
import { createHash } from 'node:crypto'
import type { Composed } from '../pipeline/compose.js'

/**
 * The fingerprint of a composed handout. The page holds every word, style and label that was used, and names its
 * pictures by their content; fonts and finishing come with the tool, printing with the browser.
 *
 * @param browser identity of the browser, e.g. its path and date
 */
export function fingerprint(composed: Composed, tool: string, browser: string): string {
  const { job, info } = composed
  const parts = [
    tool,
    browser,
    job.html,
    [...job.assets.keys()],
    job.area,
    job.type,
    job.maxPages,
    { ...info, date: info.date.toISOString() },
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
