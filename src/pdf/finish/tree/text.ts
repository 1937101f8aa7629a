// An element in, its text out: what a screen reader would say.
import { names } from '../../../pdf-syntax/names.js'
import { textOf } from '../../../pdf-syntax/objects.js'
import { type Element, isInline } from './element.js'

/** Text of an element: alternatives and `ActualText` stand for what they replace, blocks are kept apart by a space. */
export function textOfElement(element: Element): string {
  const { dict } = element
  const said = textOf(dict.context, dict.get(names.ActualText)) ?? textOf(dict.context, dict.get(names.Alt))
  if (said !== undefined) return said
  let text = ''
  for (const kid of element.kids) {
    if (kid.kind === 'mark') text += kid.text
    else if (kid.kind === 'element') text += isInline(kid) ? textOfElement(kid) : ` ${textOfElement(kid)} `
  }
  return text
}
