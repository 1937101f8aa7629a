// Chromium's NonStruct elements in; paragraphs, spans or nothing at all out: text lies directly in what it belongs to.
import { names } from '../../pdf-syntax/names.js'
import type { Mark } from './content/mark.js'
import type { Draft } from './draft.js'
import { type Element, eachMark, isContainer, isInline, isStrict, type Kid, setKids } from './tree/element.js'
import { newElement } from './tree/read.js'

/** Entries that say something about an element, so that it must not be dissolved. */
const telling = [names.Lang, names.Alt, names.ActualText, names.E, names.ID, names.Title]

/** Baselines closer than this part of the type size are of one line; sub- and superscripts move by a third. */
const SAME_LINE = 0.6

/** Text that follows within this part of the type size runs on; boxes side by side stand further apart. */
const SAME_RUN = 1

/** Types that may hold text and blocks side by side. */
const mixed = new Set(['NonStruct', 'LI', 'LBody', 'TD', 'TH', 'Caption', 'Figure'])

/** Dissolves or names every NonStruct; loose text between blocks gets a paragraph. */
export function flatten(draft: Draft): void {
  flattenKids(draft, draft.tree)
}

function flattenKids(draft: Draft, element: Element): void {
  const kids: Kid[] = []
  for (const kid of element.kids) {
    if (kid.kind === 'element' && isPlainText(kid)) kids.push(...kid.kids)
    else {
      if (kid.kind === 'element') flattenKids(draft, kid)
      kids.push(kid)
    }
  }
  const settled = kids.flatMap((kid, index) =>
    kid.kind === 'element' && kid.type === 'NonStruct' ? settle(element, kid, kids, index) : [kid],
  )
  const blocks = isContainer(element) && (element.type !== 'NonStruct' || !settled.every(isInline))
  setKids(element, blocks ? paragraphs(draft, settled) : settled)
}

/** Decides what becomes of a NonStruct whose own kids are settled. */
function settle(parent: Element, element: Element, siblings: readonly Kid[], index: number): Kid[] {
  const bare = isBare(element)
  if (isStrict(parent)) return element.kids
  if (!element.kids.every(isInline)) {
    if (bare) return element.kids
    element.type = 'Div'
    return [element]
  }
  const block = (isContainer(parent) || mixed.has(parent.type)) && standsAlone(element, siblings, index)
  if (bare && !block) return element.kids
  element.type = block ? 'P' : 'Span'
  return [element]
}

/** A run of text that Chromium wraps for nothing. */
function isPlainText(element: Element): boolean {
  return isBare(element) && element.kids.every((kid) => kid.kind === 'mark')
}

function isBare(element: Element): boolean {
  return element.type === 'NonStruct' && !telling.some((name) => element.dict.has(name))
}

/** Whether text of an element neither runs on from its neighbours nor into them. */
function standsAlone(element: Element, siblings: readonly Kid[], index: number): boolean {
  const before = siblings.slice(0, index).findLast(hasText)
  const after = siblings.slice(index + 1).find(hasText)
  if (!before && !after) return isContainer(element.parent ?? element) && element.parent?.type !== 'NonStruct'
  return !runsOn(before, element) && !runsOn(element, after)
}

function runsOn(before: Kid | undefined, after: Kid | undefined): boolean {
  const last = before && flows(before) ? textMarks(before).at(-1) : undefined
  const first = after && flows(after) ? textMarks(after)[0] : undefined
  if (!last?.last || !first?.first || last.content.page !== first.content.page) return false
  const size = Math.max(last.size, first.size)
  if (Math.abs(last.last.baseline - first.first.baseline) > SAME_LINE * size) return false
  // From right to left the next text ends where the one before began.
  const gap = Math.min(
    Math.abs(first.first.left - last.last.right),
    Math.abs(last.last.left - first.first.right),
  )
  return gap <= SAME_RUN * size
}

/** Whether it is text, or may turn out to be. */
function flows(kid: Kid): boolean {
  return isInline(kid) || (kid.kind === 'element' && kid.type === 'NonStruct' && kid.kids.every(isInline))
}

function textMarks(kid: Kid): Mark[] {
  if (kid.kind === 'mark') return kid.first ? [kid] : []
  const marks: Mark[] = []
  if (kid.kind === 'element') eachMark(kid, (mark) => mark.first && marks.push(mark))
  return marks
}

const hasText = (kid: Kid): boolean => textMarks(kid).length > 0

/** Wraps each run of text between blocks in a paragraph; pictures without text stay as they are. */
function paragraphs(draft: Draft, kids: readonly Kid[]): Kid[] {
  const out: Kid[] = []
  let run: Kid[] = []
  const close = (): void => {
    if (run.some(needsParagraph)) out.push(newElement(draft.context, 'P', run))
    else out.push(...run)
    run = []
  }
  for (const kid of kids) {
    if (isInline(kid)) run.push(kid)
    else {
      close()
      out.push(kid)
    }
  }
  close()
  return out
}

const needsParagraph = (kid: Kid): boolean => kid.kind !== 'element' || !pictures.has(kid.type)
const pictures = new Set(['Figure', 'Form', 'Formula'])
