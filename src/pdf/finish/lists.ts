// List items in; items of label and body out, and bullets that can be spoken (ISO 14289-1, 7.6; ISO 32000-1, 14.8.4.3.3).
import { names } from '../../pdf-syntax/names.js'
import { dictOf, itemsOf, nameOf } from '../../pdf-syntax/objects.js'
import { Paint } from './content/mark.js'
import type { Draft } from './draft.js'
import { collapse } from './page-text.js'
import { textString } from './strings.js'
import { type Element, eachElement, setKids } from './tree/element.js'
import { newElement } from './tree/read.js'
import { textOfElement } from './tree/text.js'

/** Chromium paints these markers as paths, so they have no text. */
const bullets = new Map([
  ['Disc', '•'],
  ['Circle', '◦'],
  ['Square', '▪'],
])

/** How labels count where Chromium does not say; roman before letters, which begin with "a" far more often than with "i". */
const counters: [RegExp, string][] = [
  [/^[ivx]+[.)]/, 'LowerRoman'],
  [/^[IVX]+[.)]/, 'UpperRoman'],
  [/^[a-z]+[.)]/, 'LowerAlpha'],
  [/^[A-Z]+[.)]/, 'UpperAlpha'],
  [/^\d+[.)]/, 'Decimal'],
]

/** Puts all of an item but its label into a body, and says what painted bullets are. */
export function lists(draft: Draft): void {
  eachElement(draft.tree, (element) => {
    if (element.type === 'L') nameNumbering(draft, element)
    else if (element.type === 'LI') addBody(draft, element)
    else if (element.type === 'Lbl') nameBullet(draft, element)
  })
}

function addBody(draft: Draft, item: Element): void {
  const isPart = (kid: Element['kids'][number], type: string): boolean =>
    kid.kind === 'element' && kid.type === type
  const labels = item.kids.filter((kid) => isPart(kid, 'Lbl'))
  const rest = item.kids.filter((kid) => !isPart(kid, 'Lbl'))
  if (rest.length === 0 || rest.every((kid) => isPart(kid, 'LBody'))) return
  setKids(item, [...labels, newElement(draft.context, 'LBody', rest)])
}

function nameNumbering(draft: Draft, list: Element): void {
  if (list.dict.has(names.A)) return
  const first = list.kids.find((kid) => kid.kind === 'element' && kid.type === 'LI')
  const label = first?.kind === 'element' ? collapse(textOfElement(first)) : ''
  const found = counters.find(([pattern]) => pattern.test(label))
  if (found) list.dict.set(names.A, draft.context.obj({ O: 'List', ListNumbering: found[1] }))
}

function nameBullet(draft: Draft, label: Element): void {
  const painted = label.kids.every((kid) => kid.kind === 'mark' && (kid.paints & ~Paint.path) === 0)
  if (!painted || label.dict.has(names.ActualText)) return
  const bullet = bullets.get(numbering(draft, label)) ?? '•'
  label.dict.set(names.ActualText, textString(bullet))
}

/** `ListNumbering` of the list around a label. */
function numbering(draft: Draft, label: Element): string {
  const { context } = draft
  const list = label.parent?.parent
  for (const item of itemsOf(context, list?.dict.get(names.A))) {
    const value = nameOf(context, dictOf(context, item)?.get(names.ListNumbering))
    if (value) return value
  }
  return ''
}
