// Conditions about what is seen: type large enough, lines short enough, pages few enough.
import { type Condition, type Finding, HOUSE } from '../condition.js'
import { bodyType } from '../read/measure.js'
import type { Reading } from '../read/reading.js'

/** Points of running text in the standard edition. */
const BODY_FLOOR = 12
/** Points of anything at all in the standard edition: notices, footers. */
const FINE_PRINT_FLOOR = 9
/** Points of anything at all in large print (APH and ACB guidelines). */
const LARGE_PRINT_FLOOR = 18
/** Characters of a line (WCAG 2.2, 1.4.8). */
const LONGEST_LINE = 80

/** Browsers place type on a grid of pixels; less than this is no fault. */
const TOLERANCE = 0.06

export const sizeConditions: readonly Condition[] = [
  {
    id: 'type-too-small',
    clause: HOUSE,
    says: 'Nothing is set smaller than 9 points, in large print nothing smaller than 18.',
    how: 'The size of each glyph is computed from font size and both matrices, in margins and drawings too.',
    hint: 'Set it larger, or shorten it.',
    *check(reading, { edition }) {
      if (!edition) return
      const floor = edition === 'large-print' ? LARGE_PRINT_FLOOR : FINE_PRINT_FLOOR
      const seen = new Set<string>()
      for (const { size, text, page } of reading.content.stretches) {
        if (size >= floor - TOLERANCE || text.trim() === '') continue
        const key = `${page} ${size.toFixed(1)}`
        if (seen.has(key)) continue
        seen.add(key)
        yield {
          text: `Type of ${size.toFixed(1)} points is smaller than ${floor}.`,
          page: page + 1,
          near: text.trim(),
        }
      }
    },
  },
  {
    id: 'body-too-small',
    clause: HOUSE,
    says: 'Running text is at least 12 points.',
    how: 'The size in which most characters are set is the body size; where that is fine print or tables, that of most characters of the main text outside of both. In large print everything is larger anyway.',
    hint: 'Set the text larger; a longer handout is better than a smaller one.',
    *check(reading, { edition, page }) {
      const body = bodyType(reading, page)
      if (!edition || edition === 'large-print' || body === 0 || body >= BODY_FLOOR - TOLERANCE) return
      yield { text: `The running text is set in ${body.toFixed(1)} points, less than ${BODY_FLOOR}.` }
    },
  },
  {
    id: 'line-too-long',
    clause: 'WCAG 2.2, 1.4.8',
    says: 'Lines of running text have at most 80 characters.',
    how: 'Characters of body size on one baseline of one block are counted: vowel signs and other combining marks not, Chinese, Japanese and Korean ones twice.',
    hint: 'Set the text in a narrower column.',
    *check(reading, { edition, page }) {
      if (!edition) return
      for (const line of reading.linesOf(bodyType(reading, page))) {
        if (line.length <= LONGEST_LINE) continue
        yield {
          text: `A line has ${line.length} characters.`,
          page: line.page + 1,
          near: line.text.slice(0, LONGEST_LINE),
        }
        return
      }
    },
  },
  {
    id: 'pages-too-many',
    clause: HOUSE,
    says: 'The handout has no more pages than it may have.',
    how: 'Pages of the page tree are counted.',
    hint: 'Shorten the topic for this length.',
    check: tooMany,
  },
]

function* tooMany({ pages }: Reading, { maxPages }: { maxPages?: number }): Iterable<Finding> {
  if (maxPages !== undefined && pages.length > maxPages) {
    yield { text: `There are ${pages.length} pages; there may be ${maxPages}.`, page: maxPages + 1 }
  }
}
