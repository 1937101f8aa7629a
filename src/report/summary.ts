// What a run made -> its closing table.

import type { BuildSummary } from '../model/manifest.js'

export type Totals = Pick<BuildSummary, 'made' | 'kept' | 'failed' | 'seconds'> & { readonly pages: number }

/** A table of five columns, aligned. */
export function closingTable(totals: Totals): string {
  const columns = [
    ['made', String(totals.made)],
    ['kept', String(totals.kept)],
    ['failed', String(totals.failed)],
    ['pages', String(totals.pages)],
    ['seconds', totals.seconds.toFixed(1)],
  ] as const
  const widths = columns.map(([head, value]) => Math.max(head.length, value.length))
  const row = (at: 0 | 1) =>
    columns.map((column, index) => column[at].padStart(widths[index] ?? 0)).join('  ')
  return `${row(0)}\n${row(1)}\n`
}

/** What the table does not say, a line each; mostly none. */
export function closingNotes({ fromCache, damaged, rejected, withdrawn }: BuildSummary): string[] {
  const entries = (count: number) => (count === 1 ? 'One entry' : `${count} entries`)
  return [
    ...(fromCache > 0 ? [`${fromCache} of those kept came from the cache.`] : []),
    ...(damaged > 0
      ? [`${entries(damaged)} of the cache had been damaged; the handouts were made anew.`]
      : []),
    ...(rejected > 0
      ? [`${entries(rejected)} of the cache bore no signature of this key; the handouts were made anew.`]
      : []),
    ...(withdrawn > 0
      ? [
          `${withdrawn === 1 ? 'One handout was' : `${withdrawn} handouts were`} taken away: the library no longer has what they were made from.`,
        ]
      : []),
  ]
}
