// Forms in; a fault for each that holds text and is drawn more than once (ISO 14289-1, 7.20).
import type { Content } from './content/mark.js'
import type { Draft } from './draft.js'
import { shorten } from './faults.js'

/** A mark can have one place only: text under a CSS mask is drawn twice by Chromium, and would be read at neither. */
export function repeatedForms(draft: Draft): void {
  const visit = (content: Content): void => {
    if (content.draws > 1 && content.marks.size > 0) {
      const near = shorten([...content.marks.values()].map((mark) => mark.text).join(' '))
      draft.faults.push({
        rule: 'tagged-form-repeated',
        clause: 'ISO 14289-1:2014 7.20',
        text: 'Text under a mask is drawn twice and cannot be read out.',
        hint: 'Use no mask on text; this is a matter of the template, not of the words.',
        page: content.pageNumber,
        ...(near === '' ? {} : { near }),
      })
    }
    content.forms.forEach(visit)
  }
  draft.contents.forEach(visit)
}
