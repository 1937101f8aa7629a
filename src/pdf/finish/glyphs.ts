// Text of all pages in; a fault for each character that no font of the page has (ISO 14289-1, 7.21.8).
import type { Content } from './content/mark.js'
import type { Draft } from './draft.js'
import { shorten } from './faults.js'

/** Text on each side of the missing character that is shown with the fault. */
const AROUND = 40

/** Reports characters that print as an empty box. One fault a mark is enough to find them. */
export function missingGlyphs(draft: Draft): void {
  const visit = (content: Content): void => {
    const told = new Set<unknown>()
    for (const { mark, at } of content.missing) {
      if (told.has(mark)) continue
      told.add(mark)
      const near = shorten(mark?.text.slice(Math.max(0, at - AROUND), at + AROUND) ?? '')
      draft.faults.push({
        rule: 'glyph-missing',
        clause: 'ISO 14289-1:2014 7.21.8',
        text: 'A character is missing from the font and prints as an empty box.',
        hint: 'Use another character, or a font that has this one.',
        page: content.pageNumber,
        ...(near === '' ? {} : { near }),
      })
    }
    content.forms.forEach(visit)
  }
  draft.contents.forEach(visit)
}
