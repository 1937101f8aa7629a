// Tables in; a fault for each that is irregular or has an empty cell (ISO 14289-1, 7.2 and 7.5).
import { names } from '../../pdf-syntax/names.js'
import { dictOf, itemsOf, numberOf } from '../../pdf-syntax/objects.js'
import type { Draft } from './draft.js'
import { addFault } from './faults.js'
import { type Element, eachElement } from './tree/element.js'

const rowGroups = new Set(['THead', 'TBody', 'TFoot'])
const cells = new Set(['TH', 'TD'])

/** Reports empty cells, and tables whose rows differ in length: Chromium drops a cell that has not even a border. */
export function irregularTables(draft: Draft): void {
  eachElement(draft.tree, (element) => {
    if (cells.has(element.type) && element.kids.length === 0) {
      addFault(draft, element.parent ?? element, {
        rule: 'table-cell-empty',
        text: 'A cell of a table is empty.',
        hint: 'Put something into it, if only a dash.',
      })
    }
    if (element.type !== 'Table') return
    const rows = rowsOf(element)
    const widths = widthsOf(rows)
    const widest = Math.max(0, ...widths)
    const odd = rows[widths.findIndex((width) => width !== widest)]
    if (!odd) return
    addFault(draft, odd, {
      rule: 'table-columns',
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
