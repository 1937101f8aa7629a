// Conditions about pictures, formulas and notes: each can be told in words and found.
import { names } from '../../pdf-syntax/names.js'
import { numbersOf } from '../../pdf-syntax/objects.js'
import { type Condition, type Finding, pdf, ua } from '../condition.js'
import { attribute } from '../read/attributes.js'
import type { Element } from '../read/elements.js'
import type { Reading } from '../read/reading.js'

export const alternativeConditions: readonly Condition[] = [
  {
    id: 'figure-alternative',
    clause: ua('7.3'),
    checkpoint: '13-004',
    says: 'Every picture has words in its place.',
    how: 'Figure has an `/Alt` or `/ActualText` that is not blank.',
    hint: 'Write what the picture tells: ![words](picture.svg). Leave it empty only for decoration.',
    check: (reading) => speechless(reading, 'Figure', 'A picture has no words in its place.'),
  },
  {
    id: 'figure-box',
    clause: pdf('14.8.5.4.3'),
    says: 'Every picture says where it is.',
    how: 'Figure has a Layout attribute `/BBox` of four numbers with width and height, unless it goes over pages.',
    hint: 'Finish the PDF with this tool.',
    *check(reading) {
      for (const element of all(reading, 'Figure')) {
        if (!isBox(element)) yield { text: 'A picture does not say where it is.', ...reading.at(element) }
      }
    },
  },
  {
    id: 'formula-alternative',
    clause: ua('7.7'),
    checkpoint: '17-002',
    says: 'Every formula has words in its place.',
    how: 'Formula has an `/Alt` or `/ActualText` that is not blank.',
    hint: 'Write how the formula is said.',
    check: (reading) => speechless(reading, 'Formula', 'A formula has no words in its place.'),
  },
  {
    id: 'note-id',
    clause: ua('7.9'),
    checkpoint: '19-003',
    says: 'Every note can be referred to.',
    how: 'Note has an `/ID` that is not empty.',
    hint: 'Finish the PDF with this tool.',
    *check(reading) {
      for (const element of all(reading, 'Note')) {
        if (!element.text(names.ID)) yield { text: 'A note has no id.', ...reading.at(element) }
      }
    },
  },
]

function all(reading: Reading, role: string): Element[] {
  return (reading.structure?.all ?? []).filter((element) => element.role === role)
}

function* speechless(reading: Reading, role: string, text: string): Iterable<Finding> {
  for (const element of all(reading, role)) {
    const words = element.text(names.Alt)?.trim() || element.text(names.ActualText)?.trim()
    if (!words) yield { text, ...reading.at(element) }
  }
}

function isBox(element: Element): boolean {
  const pages = new Set(element.kids.map((kid) => (kid.kind === 'element' ? kid.element.page : kid.page)))
  if (pages.size > 1) return true
  const box = numbersOf(element.dict.context, attribute(element, 'Layout', names.BBox))
  if (box?.length !== 4) return false
  const [left = 0, bottom = 0, right = 0, top = 0] = box
  return right > left && top > bottom
}
