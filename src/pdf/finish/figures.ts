// Figures in; figures with alternatives and boxes out, and a fault for each picture that says nothing (ISO 14289-1, 7.3).
import { PDFArray, type PDFName } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import { dictOf, numbersOf, resolve, textOf } from '../../pdf-syntax/objects.js'
import { inherited } from '../../pdf-syntax/trees.js'
import { Box } from './content/matrix.js'
import type { Draft } from './draft.js'
import { addFault } from './faults.js'
import { type Element, eachElement, eachMark, isContainer } from './tree/element.js'

/** US letter, for a page that does not say its size; Chromium's always do. */
const letter = [0, 0, 612, 792]

/** Makes a division of each `<figure>` around a picture or a caption, so that both are read. Before all other changes. */
export function unwrapFigures(draft: Draft): void {
  eachElement(draft.tree, (element) => {
    if (element.type !== 'Figure' || hasAlternative(element)) return
    const wraps = element.kids.some(
      (kid) => kid.kind === 'element' && (kid.type === 'Figure' || kid.type === 'Caption'),
    )
    if (wraps) element.type = 'Div'
  })
}

/** Gives pictures the box they cover, and reports those without an alternative. */
export function figures(draft: Draft): void {
  eachElement(draft.tree, (element) => {
    if (element.type !== 'Figure' && element.type !== 'Formula') return
    if (!hasAlternative(element)) {
      addFault(draft, element, {
        rule: 'figure-alternative',
        clause: 'ISO 14289-1:2014 7.3',
        text: 'A picture has no alternative text.',
        hint: 'Say what the picture shows between the square brackets; leave them empty only for decoration.',
      })
    }
    if (element.type === 'Figure') addBox(draft, element)
  })
}

function hasAlternative(element: Element): boolean {
  const { dict } = element
  const of = (name: PDFName): string => textOf(dict.context, dict.get(name))?.trim() ?? ''
  return of(names.Alt) !== '' || of(names.ActualText) !== ''
}

function addBox(draft: Draft, element: Element): void {
  const { context } = draft
  const box = new Box()
  const pages = new Set<number>()
  eachMark(element, (mark) => {
    pages.add(mark.content.pageNumber)
    if (mark.box) box.addBox(mark.box)
  })
  const [number] = pages
  const page = number === undefined ? undefined : draft.pages[number - 1]
  if (!page || pages.size > 1) return
  const frame = numbersOf(context, inherited(page.dict, names.MediaBox)) ?? letter
  const cut = box.within(frame)
  if (!cut) return
  const layout = context.obj({
    O: 'Layout',
    BBox: cut.map(round),
    Placement: element.parent && isContainer(element.parent) ? 'Block' : 'Inline',
  })
  const before = resolve(context, element.dict.get(names.A))
  if (before instanceof PDFArray) before.push(layout)
  else if (before && dictOf(context, before)) element.dict.set(names.A, context.obj([before, layout]))
  else element.dict.set(names.A, layout)
}

/** Hundredths of a point: finer than any printer, and short. */
function round(value: number): number {
  return Math.round(value * 100) / 100
}
