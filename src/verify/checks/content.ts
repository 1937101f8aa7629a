// Conditions about content streams: all content is tagged or an artifact and never both, and the marks are sound.
import { type Condition, type Finding, HOUSE, pdf, pdfa, ua } from '../condition.js'
import type { ContentNote, ContentRule } from '../read/content.js'
import type { Reading } from '../read/reading.js'

/** Findings for the notes of one rule that were taken while the streams were read. */
function noted(
  rule: ContentRule,
  say: (note: ContentNote) => string,
): (reading: Reading) => Iterable<Finding> {
  return function* ({ content }) {
    for (const note of content.notes) {
      if (note.rule !== rule) continue
      yield { text: say(note), page: note.page + 1, ...(note.near === '' ? {} : { near: note.near }) }
    }
  }
}

export const contentConditions: readonly Condition[] = [
  {
    id: 'untagged-content',
    clause: ua('7.1'),
    checkpoint: '01-005',
    says: 'Everything that is painted is tagged or an artifact.',
    how: 'Text, paths, pictures and shadings in every content stream, forms within it too, stand inside marked content with an MCID or inside `/Artifact`.',
    hint: 'Finish the PDF with this tool; it marks decoration as artifact.',
    check: noted(
      'untagged-content',
      () => 'Something is painted that is neither tagged nor marked as decoration.',
    ),
  },
  {
    id: 'artifact-in-tagged',
    clause: ua('7.1'),
    checkpoint: '01-003',
    says: 'No artifact stands inside tagged content.',
    how: 'The stack of open marks is followed through every content stream and the forms it draws.',
    hint: 'Finish the PDF with this tool.',
    check: noted('artifact-in-tagged', () => 'Decoration is marked inside tagged content.'),
  },
  {
    id: 'tagged-in-artifact',
    clause: ua('7.1'),
    checkpoint: '01-004',
    says: 'No tagged content stands inside an artifact.',
    how: 'The stack of open marks is followed through every content stream and the forms it draws.',
    hint: 'Finish the PDF with this tool.',
    check: noted('tagged-in-artifact', () => 'Tagged content stands inside decoration.'),
  },
  {
    id: 'mark-unbalanced',
    clause: pdf('14.6.1'),
    says: 'Every mark that is opened in a stream is closed in it, and no other.',
    how: '`BMC` and `BDC` are counted against `EMC` in each stream.',
    hint: 'Write the file again with this tool.',
    check: noted(
      'mark-unbalanced',
      () => 'Marks are opened without being closed, or closed without being open.',
    ),
  },
  {
    id: 'mcid-duplicate',
    clause: pdf('14.7.4.2'),
    says: 'No two pieces of marked content of a page or form have the same number.',
    how: 'The MCIDs of each stream are gathered.',
    hint: 'Write the file again with this tool.',
    check: noted('mcid-duplicate', ({ what }) => `Two pieces of content have the number ${what}.`),
  },
  {
    id: 'tagged-form-repeated',
    clause: ua('7.20'),
    checkpoint: '30-002',
    says: 'A form with tagged content is drawn once.',
    how: 'Forms that hold MCIDs are counted each time they are drawn.',
    hint: 'Do not use a mask or a repeated background on text.',
    check: noted('tagged-form-repeated', () => 'The same tagged drawing is used twice.'),
  },
  {
    id: 'operator-unknown',
    clause: pdfa('6.2.2'),
    says: 'Content streams use only operators of PDF.',
    how: 'Each operator is looked up in the table of ISO 32000-1, annex A.',
    hint: 'Write the file again with this tool.',
    check: noted('operator-unknown', ({ what }) => `“${what}” is no operator of PDF.`),
  },
  {
    id: 'page-empty',
    clause: HOUSE,
    says: 'Every page has something to read.',
    how: 'Each page has tagged content.',
    hint: 'Look for a forced page break or a margin at the end.',
    *check({ structure, content, pages }) {
      if (!structure) return
      const read = new Set<number>()
      for (const marks of content.marks.values()) for (const { page } of marks.values()) read.add(page)
      for (const { index } of pages)
        if (!read.has(index)) yield { text: 'The page is empty.', page: index + 1 }
    },
  },
]
