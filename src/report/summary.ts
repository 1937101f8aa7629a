// What a run made -> its closing table.

export interface Totals {
  readonly made: number
  readonly kept: number
  readonly failed: number
  readonly pages: number
  readonly seconds: number
}

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
