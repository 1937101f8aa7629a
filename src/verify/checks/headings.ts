// Conditions about headings: one order, no gaps, none empty.
import { type Condition, type Finding, HOUSE, ua } from '../condition.js'
import type { Element } from '../read/elements.js'
import type { Reading } from '../read/reading.js'
import { headingLevel } from '../read/types.js'

export const headingConditions: readonly Condition[] = [
  {
    id: 'heading-order',
    clause: ua('7.4.2'),
    checkpoint: '14-002, 14-003',
    says: 'The first heading is of level 1, and no level is skipped on the way down.',
    how: 'H1 to H6 are followed in reading order.',
    hint: 'Begin with one # and go down one level at a time.',
    check: wrongOrder,
  },
  {
    id: 'heading-mixed',
    clause: ua('7.4.4'),
    checkpoint: '14-007',
    says: 'Headings are numbered or nested, not both.',
    how: 'A file with H1 to H6 has no H.',
    hint: 'Use h1 to h6.',
    *check(reading) {
      const all = reading.structure?.all ?? []
      const plain = all.find(({ role }) => role === 'H')
      if (plain && all.some(({ role }) => headingLevel(role) !== undefined)) {
        yield { text: 'The PDF has headings with and without a level.', ...reading.at(plain) }
      }
    },
  },
  {
    id: 'heading-twin',
    clause: ua('7.4.4'),
    checkpoint: '14-006',
    says: 'An element has at most one heading without a level.',
    how: 'H among the kids of each element is counted.',
    hint: 'Use h1 to h6.',
    *check(reading) {
      for (const element of reading.structure?.all ?? []) {
        const [, second] = element.elements().filter(({ role }) => role === 'H')
        if (second) yield { text: 'Two headings without a level stand side by side.', ...reading.at(second) }
      }
    },
  },
  {
    id: 'heading-empty',
    clause: HOUSE,
    says: 'Every heading has words.',
    how: 'The text below each H and H1 to H6 is not empty.',
    hint: 'Write the heading or remove it.',
    *check(reading) {
      for (const element of reading.structure?.all ?? []) {
        const isHeading = element.role === 'H' || headingLevel(element.role) !== undefined
        if (isHeading && reading.textOf(element) === '')
          yield { text: 'A heading is empty.', ...reading.at(element) }
      }
    },
  },
]

function* wrongOrder(reading: Reading): Iterable<Finding> {
  let before: number | undefined
  for (const element of reading.structure?.all ?? []) {
    const level = headingLevel(element.role)
    if (level === undefined) continue
    if (before === undefined && level !== 1) yield wrong(reading, element, 'The first heading')
    else if (before !== undefined && level > before + 1)
      yield wrong(reading, element, `The heading after level ${before}`)
    before = level
  }
}

function wrong(reading: Reading, element: Element, which: string): Finding {
  return { text: `${which} is of level ${headingLevel(element.role)}.`, ...reading.at(element) }
}
