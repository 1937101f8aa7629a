// Conditions about the words: the PDF says what the page said, and its bookmarks are its headings.
import type { Heading } from '../../model/pdf.js'
import { names } from '../../pdf-syntax/names.js'
import { textOf } from '../../pdf-syntax/objects.js'
import { type Condition, type Finding, HOUSE } from '../condition.js'
import { compareLanguages } from '../read/compare-languages.js'
import { isLanguageTag } from '../read/language-tag.js'
import type { Reading } from '../read/reading.js'
import { exactText, plain } from '../read/text.js'
import { headingLevel } from '../read/types.js'

/** Longest text beside a finding. */
const NEAR_LENGTH = 80

export const wordConditions: readonly Condition[] = [
  {
    id: 'text-differs',
    clause: HOUSE,
    says: 'The tagged text is the text of the page that was printed, to the letter.',
    how:
      'The text of the structure, labels of lists and pictures left out, is compared with the DOM’s, ' +
      'both without white space and invisible signs.',
    hint: 'Text in the page was lost, added or moved; look for text that is generated, hidden or positioned by style.',
    *check(reading, { page }) {
      const found = page && reading.structure && reading.compareWith(page).difference
      if (found) yield { text: found.text, ...(found.near === '' ? {} : { near: found.near }) }
    },
  },
  {
    id: 'spaces-differ',
    clause: HOUSE,
    says: 'Words stay apart where lines end, and are not torn.',
    how:
      'Where the DOM has white space between two letters of a block, so has the tagged text; where it has none, the tagged text ' +
      'has none, save between blocks and at line breaks.',
    hint: 'Finish the PDF with this tool; it puts spaces back that the browser dropped at the ends of lines.',
    *check(reading, { page }) {
      if (!page || !reading.structure) return
      const { difference, spaces } = reading.compareWith(page)
      for (const { lost, words } of difference ? [] : spaces) {
        const what = lost ? 'Two words run together' : 'A word is torn'
        yield { text: `${what} in “${words}”.`, near: words }
      }
    },
  },
  {
    id: 'languages-differ',
    clause: HOUSE,
    says: 'Every word is marked in the language that it had on the page.',
    how: 'Letters are compared one by one: `lang` around them in the DOM, `/Lang` around them in the structure.',
    hint: 'Look for `lang` on an element that the browser does not tag.',
    *check(reading, { page }) {
      if (!page?.languages || !reading.structure || reading.compareWith(page).difference) return
      const { context, catalog } = reading.file
      const whole = textOf(context, catalog.get(names.Lang))
      // A missing language and what is no language are reported as such.
      if (!whole || !isLanguageTag(whole)) return
      const found = compareLanguages({ text: page.text, languages: page.languages }, reading.tagged, whole)
      if (!found || !isLanguageTag(found.have)) return
      const words = plain(found.words).slice(0, NEAR_LENGTH)
      yield { text: `“${words}” is marked as ${found.have}, and should be ${found.want}.`, near: words }
    },
  },
  {
    id: 'headings-differ',
    clause: HOUSE,
    says: 'The headings of the PDF are those of the page that was printed.',
    how: 'Level and words of H1 to H6 in reading order are compared with the DOM’s.',
    hint: 'Look for headings that are hidden or whose level is changed by style.',
    *check(reading, { page }) {
      if (!page || !reading.structure) return
      const wanted = page.headings.filter(({ text }) => plain(text) !== '')
      const found = firstDifference(wanted, headingsOf(reading))
      if (found) yield found
    },
  },
  {
    id: 'outline-differs',
    clause: HOUSE,
    says: 'The bookmarks are the headings, word for word.',
    how: 'Titles of the outline in order are compared with the text of H1 to H6, and their nesting with the levels.',
    hint: 'Finish the PDF with this tool.',
    *check(reading) {
      if (!reading.structure) return
      const headings = headingsOf(reading)
      const bookmarks = reading.outline.map(({ level, title }) => ({ level, text: plain(title) }))
      const found = firstDifference(nested(headings), bookmarks, 'bookmark')
      if (found) yield found
    },
  },
]

/** Headings of the structure; empty ones are reported as such. */
function headingsOf(reading: Reading): Heading[] {
  const found: Heading[] = []
  for (const element of reading.structure?.all ?? []) {
    const level = headingLevel(element.role)
    const text = level === undefined ? '' : exactText(element, reading.content)
    if (level !== undefined && text !== '') found.push({ level, text })
  }
  return found
}

/** Depth that a heading has among bookmarks: one below the nearest heading above that is of a higher rank. */
function nested(headings: readonly Heading[]): Heading[] {
  const above: number[] = []
  return headings.map(({ level, text }) => {
    while ((above.at(-1) ?? 0) >= level) above.pop()
    above.push(level)
    return { level: above.length, text }
  })
}

function firstDifference(
  wanted: readonly Heading[],
  found: readonly Heading[],
  what = 'heading',
): Finding | undefined {
  for (let index = 0; index < Math.max(wanted.length, found.length); index++) {
    const want = wanted[index]
    const have = found[index]
    const wantText = want && plain(want.text)
    if (want && have && want.level === have.level && wantText === plain(have.text)) continue
    if (!have) return { text: `The ${what} “${wantText}” is missing.`, near: wantText ?? '' }
    const place = want ? `where “${wantText}” (level ${want.level}) should be` : 'where none should be'
    return { text: `There is the ${what} “${have.text}” (level ${have.level}) ${place}.`, near: have.text }
  }
  return undefined
}
