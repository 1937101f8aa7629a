// Tables in; tables without repeated headers out, and a fault for each that is irregular (ISO 14289-1, 7.2 and 7.5).
import { names } from '../../pdf-syntax/names.js'
import { dictOf, itemsOf, numberOf } from '../../pdf-syntax/objects.js'
import { makeArtifact } from './artifacts.js'
import type { Mark } from './content/mark.js'
import type { Draft } from './draft.js'
import { addFault } from './faults.js'
import { lettersOf } from './page-text.js'
import { closest, type Element, eachElement, type Kid } from './tree/element.js'

const rowGroups = new Set(['THead', 'TBody', 'TFoot'])
const cells = new Set(['TH', 'TD'])

/** Chromium paints `thead` and `tfoot` on every page of a table, each time as content of the same cells: once is enough. */
export function repeatedCells(draft: Draft): void {
  eachElement(draft.tree, (element) => {
    const cell = closest(element, cells)
    if (cell)
      element.kids = element.kids.filter(
        (kid, index, kids) => !isRepeated(draft, cell, kid, kids.slice(0, index)),
      )
  })
}

function isRepeated(draft: Draft, cell: Element, kid: Kid, before: readonly Kid[]): boolean {
  if (kid.kind !== 'mark') return false
  const letters = lettersOf(kid.text)
  const first = before.find(
    (other): other is Mark =>
      other.kind === 'mark' && lettersOf(other.text) === letters && other.paints === kid.paints,
  )
  if (!first || first.content.pageNumber >= kid.content.pageNumber) return false
  // The text of a cell that breaks over pages may happen to be the same on both: then the page says it twice.
  if (cell.type === 'TD' && draft.text.letters.includes(letters + letters)) return false
  makeArtifact(kid)
  return true
}

/** Reports tables whose rows have different numbers of cells: Chromium drops cells that are empty. */
export function irregularTables(draft: Draft): void {
  eachElement(draft.tree, (element) => {
    if (element.type !== 'Table') return
    const rows = rowsOf(element)
    const widths = widthsOf(rows)
    const widest = Math.max(0, ...widths)
    const odd = rows[widths.findIndex((width) => width !== widest)]
    if (!odd) return
    addFault(draft, odd, {
      rule: 'table-irregular',
      clause: 'ISO 14289-1:2014 7.2',
      text: 'A row of a table has fewer cells than the others.',
      hint: 'Give every row the same number of cells, and put something into each, if only a dash: empty cells are not read.',
    })
  })
}

function rowsOf(element: Element): Element[] {
  return element.kids.flatMap((kid) => {
    if (kid.kind !== 'element') return []
    if (kid.type === 'TR') return [kid]
    return rowGroups.has(kid.type) ? rowsOf(kid) : []
  })
}

/** Columns that each row fills, with the cells that reach into it from above. */
function widthsOf(rows: readonly Element[]): number[] {
  const widths = rows.map(() => 0)
  rows.forEach((row, index) => {
    for (const kid of row.kids) {
      if (kid.kind !== 'element' || !cells.has(kid.type)) continue
      const columns = spanOf(kid, names.ColSpan)
      const last = Math.min(rows.length, index + spanOf(kid, names.RowSpan))
      for (let at = index; at < last; at++) widths[at] = (widths[at] ?? 0) + columns
    }
  })
  return widths
}

function spanOf(cell: Element, name: typeof names.ColSpan): number {
  const { context } = cell.dict
  for (const item of itemsOf(context, cell.dict.get(names.A))) {
    const span = numberOf(context, dictOf(context, item)?.get(name))
    if (span !== undefined) return Math.max(1, span)
  }
  return 1
}
