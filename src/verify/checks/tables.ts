// Conditions about tables: what may stand in what, equal rows, and headers that can be found (ISO 32000-1, table 337).
import { names } from '../../pdf-syntax/names.js'
import { type Condition, ua } from '../condition.js'
import { nameAttribute } from '../read/attributes.js'
import type { Element } from '../read/elements.js'
import type { Reading } from '../read/reading.js'
import { cellsOf, gridOf, headerIdsOf, rowsOf } from '../read/table.js'
import { kidsOnly, parentOnly } from './lists.js'

const HINT = 'Look at how the table is written.'
const groups = ['THead', 'TBody', 'TFoot']
const scopes = new Set(['Row', 'Column', 'Both'])

export const tableConditions: readonly Condition[] = [
  {
    id: 'table-kids',
    clause: ua('7.2'),
    checkpoint: '09-004',
    says: 'A table holds rows and groups of rows, and perhaps a caption first or last.',
    how: 'Kids of Table are TR, THead, TBody, TFoot; one Caption as the first or last.',
    hint: HINT,
    check: (reading) => kidsOnly(reading, 'Table', ['TR', ...groups], 'first or last'),
  },
  {
    id: 'table-groups',
    clause: ua('7.2'),
    checkpoint: '09-004',
    says: 'A table has at most one head and one foot, and with either of them a body.',
    how: 'THead, TFoot and TBody among the kids of each Table are counted.',
    hint: HINT,
    *check(reading) {
      for (const table of tables(reading)) {
        const count = (role: string): number => table.elements().filter((kid) => kid.role === role).length
        const head = count('THead')
        const foot = count('TFoot')
        if (head > 1 || foot > 1)
          yield { text: 'A table has more than one head or foot.', ...reading.at(table) }
        if (head + foot > 0 && count('TBody') === 0)
          yield { text: 'A table has no body.', ...reading.at(table) }
      }
    },
  },
  {
    id: 'table-group-kids',
    clause: ua('7.2'),
    checkpoint: '09-004',
    says: 'A head, body or foot holds rows, and stands in a table.',
    how: 'Kids of THead, TBody and TFoot are TR; their parent is Table.',
    hint: HINT,
    *check(reading) {
      for (const group of groups) {
        yield* kidsOnly(reading, group, ['TR'])
        yield* parentOnly(reading, group, ['Table'])
      }
    },
  },
  {
    id: 'table-row-parent',
    clause: ua('7.2'),
    checkpoint: '09-004',
    says: 'A row stands in a table or in its head, body or foot.',
    how: 'The parent of TR is Table, THead, TBody or TFoot.',
    hint: HINT,
    check: (reading) => parentOnly(reading, 'TR', ['Table', ...groups]),
  },
  {
    id: 'table-row-kids',
    clause: ua('7.2'),
    checkpoint: '09-004',
    says: 'A row holds cells, nothing else.',
    how: 'Kids of TR are TH or TD.',
    hint: HINT,
    check: (reading) => kidsOnly(reading, 'TR', ['TH', 'TD']),
  },
  {
    id: 'table-cell-parent',
    clause: ua('7.2'),
    checkpoint: '09-004',
    says: 'A cell stands in a row.',
    how: 'The parent of TH and TD is TR.',
    hint: HINT,
    *check(reading) {
      yield* parentOnly(reading, 'TH', ['TR'])
      yield* parentOnly(reading, 'TD', ['TR'])
    },
  },
  {
    id: 'table-columns',
    clause: ua('7.2'),
    says: 'All rows of a table have the same number of columns.',
    how: 'Cells are laid out with their `/ColSpan` and `/RowSpan`; every row must be filled to the same width.',
    hint: 'Put a dash or a no-break space into empty cells: the browser drops cells without text.',
    *check(reading) {
      for (const table of tables(reading)) {
        const { widths } = gridOf(table)
        const at = widths.findIndex((width) => width !== widths[0])
        const row = rowsOf(table)[at]
        if (row) {
          yield {
            text: `Row ${at + 1} of a table has ${widths[at]} columns, the first has ${widths[0]}.`,
            ...reading.at(row),
          }
        }
      }
    },
  },
  {
    id: 'table-overlap',
    clause: ua('7.2'),
    says: 'No two cells of a table lie on each other.',
    how: 'Cells are laid out with their `/ColSpan` and `/RowSpan`; no place is taken twice, and none is below the last row.',
    hint: 'Look at the spans of the table.',
    *check(reading) {
      for (const table of tables(reading)) {
        const [cell] = gridOf(table).overlaps
        if (cell)
          yield {
            text: 'A cell of a table lies on another, or reaches below the last row.',
            ...reading.at(cell),
          }
      }
    },
  },
  {
    id: 'table-header-scope',
    clause: ua('7.5'),
    checkpoint: '15-003',
    says: 'A header cell says whether it heads its row or its column, unless every cell names its headers.',
    how: 'TH has `/Scope` Row, Column or Both, or the cells of the table have `/Headers`.',
    hint: 'Write `scope` on each th.',
    *check(reading) {
      for (const table of tables(reading)) {
        const cells = rowsOf(table).flatMap(cellsOf)
        const named = cells.every((cell) => cell.role === 'TH' || headerIdsOf(cell).length > 0)
        for (const cell of named ? [] : cells) {
          if (cell.role !== 'TH' || scopes.has(nameAttribute(cell, 'Table', names.Scope) ?? '')) continue
          yield { text: 'A header cell does not say what it heads.', ...reading.at(cell) }
        }
      }
    },
  },
  {
    id: 'table-headers-unknown',
    clause: ua('7.5'),
    says: 'Headers that a cell names are header cells of the same table.',
    how: 'Each id of `/Headers` is that of a TH in the table.',
    hint: HINT,
    *check(reading) {
      for (const table of tables(reading)) {
        const cells = rowsOf(table).flatMap(cellsOf)
        const ids = new Set(cells.filter(({ role }) => role === 'TH').map((cell) => cell.text(names.ID)))
        for (const cell of cells) {
          const unknown = headerIdsOf(cell).find((id) => !ids.has(id))
          if (unknown !== undefined) {
            yield {
              text: `A cell names the header “${unknown}”, which the table does not have.`,
              ...reading.at(cell),
            }
          }
        }
      }
    },
  },
  {
    id: 'table-header-missing',
    clause: 'WCAG 2.2, 1.3.1 (H51)',
    says: 'A table has header cells.',
    how: 'Each Table holds at least one TH.',
    hint: 'Write the first row or column as th; what is no table should not be one.',
    *check(reading) {
      for (const table of tables(reading)) {
        const cells = rowsOf(table).flatMap(cellsOf)
        if (cells.length === 0 || cells.some(({ role }) => role === 'TH')) continue
        yield { text: 'A table has no header cells.', ...reading.at(table) }
      }
    },
  },
]

function tables(reading: Reading): Element[] {
  return (reading.structure?.all ?? []).filter(({ role }) => role === 'Table')
}
