// The outline Chromium made of the headings in; bookmarks equal to the headings word for word out.
import type { PDFDict } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import { dictOf } from '../../pdf-syntax/objects.js'
import type { Draft } from './draft.js'
import { levelOf } from './headings.js'
import { collapse, lettersOf } from './page-text.js'
import { textString } from './strings.js'
import { eachElement } from './tree/element.js'
import { textOfElement } from './tree/text.js'

/** Gives each bookmark the text of its heading: as the page has it, else as the tagged text has it. */
export function bookmarks(draft: Draft): void {
  const titles = headingTexts(draft)
  const seen = new Set<PDFDict>()
  const walk = (parent: PDFDict | undefined): void => {
    let item = dictOf(draft.context, parent?.get(names.First))
    while (item && !seen.has(item)) {
      seen.add(item)
      const heading = dictOf(draft.context, item.get(names.SE))
      const title = heading && titles.get(heading)
      if (title) item.set(names.Title, textString(title))
      walk(item)
      item = dictOf(draft.context, item.get(names.Next))
    }
  }
  walk(dictOf(draft.context, draft.catalog.get(names.Outlines)))
}

/** Text of each heading element. Headings of the page come in the same order; those that are not printed are passed over. */
function headingTexts(draft: Draft): Map<PDFDict, string> {
  const texts = new Map<PDFDict, string>()
  const { headings } = draft.record
  let next = 0
  eachElement(draft.tree, (element) => {
    const level = levelOf(element)
    if (level === 0) return
    const tagged = collapse(textOfElement(element))
    const letters = lettersOf(tagged)
    const found = headings.findIndex(
      (heading, index) => index >= next && heading.level === level && lettersOf(heading.text) === letters,
    )
    const heading = headings[found]
    if (heading) next = found + 1
    texts.set(element.dict, heading ? collapse(heading.text) : tagged)
  })
  return texts
}
