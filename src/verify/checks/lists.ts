// Conditions about lists and tables of contents: what may stand in what (ISO 32000-1, tables 333 and 336).

import { names } from '../../pdf-syntax/names.js'
import { type Condition, type Finding, ua } from '../condition.js'
import { nameAttribute } from '../read/attributes.js'
import type { Element } from '../read/elements.js'
import type { Reading } from '../read/reading.js'

const HINT = 'Finish the PDF with this tool; if this stays, look at how the list is written.'

/** Values of ISO 32000-1, table 347. */
const numberings = new Set([
  'None',
  'Disc',
  'Circle',
  'Square',
  'Decimal',
  'UpperRoman',
  'LowerRoman',
  'UpperAlpha',
  'LowerAlpha',
])

export const listConditions: readonly Condition[] = [
  {
    id: 'list-kids',
    clause: ua('7.2'),
    checkpoint: '09-005',
    says: 'A list holds items and lists, and perhaps a caption first.',
    how: 'Kids of L are LI or L; Caption only as the first.',
    hint: HINT,
    check: (reading) => kidsOnly(reading, 'L', ['L', 'LI'], 'first'),
  },
  {
    id: 'list-item-parent',
    clause: ua('7.2'),
    checkpoint: '09-005',
    says: 'A list item stands in a list.',
    how: 'The parent of LI is L.',
    hint: HINT,
    check: (reading) => parentOnly(reading, 'LI', ['L']),
  },
  {
    id: 'list-item-kids',
    clause: ua('7.2'),
    checkpoint: '09-005',
    says: 'A list item holds a label and a body, nothing else.',
    how: 'Kids of LI are Lbl or LBody, and it has no content of its own.',
    hint: HINT,
    check: (reading) => kidsOnly(reading, 'LI', ['Lbl', 'LBody']),
  },
  {
    id: 'list-body-parent',
    clause: ua('7.2'),
    checkpoint: '09-005',
    says: 'The body of an item stands in an item.',
    how: 'The parent of LBody is LI.',
    hint: HINT,
    check: (reading) => parentOnly(reading, 'LBody', ['LI']),
  },
  {
    id: 'list-numbering',
    clause: ua('7.6'),
    says: 'How a list is numbered is said in the words of the standard.',
    how: '`/ListNumbering` is one of the values of ISO 32000-1, table 347.',
    hint: HINT,
    *check(reading) {
      for (const element of reading.structure?.all ?? []) {
        if (element.role !== 'L') continue
        const value = nameAttribute(element, 'List', names.ListNumbering)
        if (value !== undefined && !numberings.has(value)) {
          yield { text: `“${value}” is no way to number a list.`, ...reading.at(element) }
        }
      }
    },
  },
  {
    id: 'contents-kids',
    clause: ua('7.2'),
    checkpoint: '09-006',
    says: 'A table of contents holds its items and tables of contents, and perhaps a caption first.',
    how: 'Kids of TOC are TOCI or TOC; Caption only as the first. The parent of TOCI is TOC.',
    hint: 'Look at how the table of contents is written.',
    *check(reading) {
      yield* kidsOnly(reading, 'TOC', ['TOC', 'TOCI'], 'first')
      yield* parentOnly(reading, 'TOCI', ['TOC'])
    },
  },
]

/** Elements of a type whose kids are not those allowed. */
export function* kidsOnly(
  reading: Reading,
  role: string,
  allowed: readonly string[],
  caption?: 'first' | 'first or last',
): Iterable<Finding> {
  for (const element of reading.structure?.all ?? []) {
    if (element.role !== role) continue
    const kids = element.elements()
    const wrong = kids.find(
      (kid, index) => !allowed.includes(kid.role) && !captionAt(kid, index, kids.length, caption),
    )
    if (wrong) yield { text: `A ${role} holds a ${wrong.role}.`, ...reading.at(wrong) }
    else if (hasOwnContent(element))
      yield { text: `A ${role} holds text or drawing of its own.`, ...reading.at(element) }
  }
}

/** Elements of a type whose parent is not one of those allowed. */
export function* parentOnly(reading: Reading, role: string, allowed: readonly string[]): Iterable<Finding> {
  for (const element of reading.structure?.all ?? []) {
    if (element.role !== role || allowed.includes(element.parentRole())) continue
    const parent = element.parentRole()
    // What stands in a list, table or table of contents where it may not is reported by what holds it.
    if (keepers.has(parent)) continue
    yield {
      text: `A ${role} stands in ${parent === '' ? 'no element' : `a ${parent}`}.`,
      ...reading.at(element),
    }
  }
}

/** Types that have a condition of their own about their kids. */
const keepers = new Set(['L', 'LI', 'TOC', 'Table', 'THead', 'TBody', 'TFoot', 'TR'])

function captionAt(kid: Element, index: number, count: number, caption: string | undefined): boolean {
  if (kid.role !== 'Caption' || caption === undefined) return false
  return index === 0 || (caption === 'first or last' && index === count - 1)
}

function hasOwnContent(element: Element): boolean {
  return element.kids.some(
    (kid) => kid.kind !== 'element' || (kid.element.role === 'NonStruct' && hasOwnContent(kid.element)),
  )
}
