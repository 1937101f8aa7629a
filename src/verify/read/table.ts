// A Table element in, its rows, cells and the places the cells take out.
import { names } from '../../pdf-syntax/names.js'
import { spanOf, textsAttribute } from './attributes.js'
import type { Element } from './elements.js'

/** No table of a handout is wider or longer; greater spans count as this. */
const GREATEST_SPAN = 1000

/** Places that are laid out in one table; a table beyond that is not judged further. */
const MOST_PLACES = 200_000

export interface Grid {
  /** Columns that are taken in each row. */
  readonly widths: readonly number[]
  /** Cells that lie on another cell or reach below the last row. */
  readonly overlaps: readonly Element[]
}

/** Rows of the table itself, those of tables in its cells left out. */
export function rowsOf(table: Element): Element[] {
  const rows: Element[] = []
  for (const kid of table.elements()) {
    if (kid.role === 'TR') rows.push(kid)
    else if (kid.role === 'THead' || kid.role === 'TBody' || kid.role === 'TFoot') {
      rows.push(...kid.elements().filter(({ role }) => role === 'TR'))
    }
  }
  return rows
}

export function cellsOf(row: Element): Element[] {
  return row.elements().filter(({ role }) => role === 'TH' || role === 'TD')
}

/** Ids of the header cells that a cell names. */
export function headerIdsOf(cell: Element): string[] {
  return textsAttribute(cell, 'Table', names.Headers)
}

/** Lays the cells out as HTML does: each in the first free column of its row. */
export function gridOf(table: Element): Grid {
  const rows = rowsOf(table)
  const taken: Set<number>[] = rows.map(() => new Set())
  const overlaps: Element[] = []
  let places = 0
  for (const [y, row] of rows.entries()) {
    let x = 0
    for (const cell of cellsOf(row)) {
      while (taken[y]?.has(x)) x++
      const wide = Math.min(spanOf(cell, names.ColSpan), GREATEST_SPAN)
      const high = Math.min(spanOf(cell, names.RowSpan), GREATEST_SPAN)
      places += wide * high
      if (places > MOST_PLACES) return { widths: [], overlaps: [cell] }
      let overlap = y + high > rows.length
      for (let down = y; down < Math.min(y + high, rows.length); down++) {
        for (let across = x; across < x + wide; across++) {
          if (taken[down]?.has(across)) overlap = true
          taken[down]?.add(across)
        }
      }
      if (overlap) overlaps.push(cell)
      x += wide
    }
  }
  return { widths: taken.map(({ size }) => size), overlaps }
}
