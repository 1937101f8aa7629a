// Conditions about structure types and the role map.
import { type Condition, type Finding, ua } from '../condition.js'
import type { Reading } from '../read/reading.js'
import { roleOf, standardTypes } from '../read/types.js'

export const typeConditions: readonly Condition[] = [
  {
    id: 'type-unmapped',
    clause: ua('7.1'),
    checkpoint: '02-001',
    says: 'Every structure type is a standard one or mapped to one.',
    how: 'Types that ISO 32000-1, 14.8.4 does not know are followed through the role map.',
    hint: 'Finish the PDF with this tool; it maps the types of PDF 2.0.',
    check: unmapped,
  },
  {
    id: 'role-map-circular',
    clause: ua('7.1'),
    checkpoint: '02-003',
    says: 'The role map runs in no circle.',
    how: 'Every entry is followed until it ends.',
    hint: 'Map each type to a standard type.',
    *check({ structure }) {
      for (const type of structure?.roleMap.keys() ?? []) {
        if (structure && roleOf(type, structure.roleMap).circular)
          yield { text: `The role of “${type}” runs in a circle.` }
      }
    },
  },
  {
    id: 'role-map-standard',
    clause: ua('7.1'),
    checkpoint: '02-004',
    says: 'No standard type is given another meaning.',
    how: 'The keys of the role map are compared with the standard types.',
    hint: 'Remove the entry from the role map.',
    *check({ structure }) {
      for (const type of structure?.roleMap.keys() ?? []) {
        if (standardTypes.has(type)) yield { text: `The standard type “${type}” is given another meaning.` }
      }
    },
  },
]

function* unmapped(reading: Reading): Iterable<Finding> {
  const told = new Set<string>()
  for (const element of reading.structure?.all ?? []) {
    const { standard, circular } = element.standing
    if (standard || circular || told.has(element.type)) continue
    told.add(element.type)
    yield { text: `No reader knows the structure type “${element.type}”.`, ...reading.at(element) }
  }
}
