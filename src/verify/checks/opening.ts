// What must hold for a file to be judged at all; each is decided while the file is opened, and then is the only fault.
import { HOUSE, pdf, pdfa, type Requirement } from '../condition.js'
import type { UnreadableRule } from '../limits.js'

export const openingRequirements: readonly (Requirement & { readonly id: UnreadableRule })[] = [
  {
    id: 'pdf-unreadable',
    clause: pdf('7.5'),
    says: 'The file is a PDF, and whole.',
    how:
      'It begins as a PDF; its end leads to the table of objects; each object is where the table says and can be parsed and unpacked. ' +
      'Nothing is guessed or repaired.',
    hint: 'Copy or download the file again.',
  },
  {
    id: 'pdf-encrypted',
    clause: pdfa('6.1.3'),
    checkpoint: '26-001, 26-002',
    says: 'The file is not encrypted.',
    how: 'The trailer has no `/Encrypt`.',
    hint: 'Save it without a password.',
  },
  {
    id: 'pdf-too-large',
    clause: HOUSE,
    says: 'The file is of a size that a handout may have.',
    how:
      'At most 32 MB, 50,000 objects, 8 MB of unpacked content, and nesting of 100 levels (structure: 300). ' +
      'The bounds keep the worst file under two seconds.',
    hint: 'Shrink the pictures or split the file.',
  },
]
