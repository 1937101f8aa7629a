// The structure tree while it is being changed: elements with their kids as objects; written back at the end.
import type { PDFDict, PDFRef } from '@cantoo/pdf-lib'
import type { Mark } from '../content/mark.js'

/** A structure element. `dict` holds all of it but type, parent and kids. */
export interface Element {
  readonly kind: 'element'
  readonly ref: PDFRef
  readonly dict: PDFDict
  /** `P`, `H1`, `Link` … */
  type: string
  parent: Element | undefined
  kids: Kid[]
}

/** A link annotation under its element. */
export interface Annotation {
  readonly kind: 'annotation'
  readonly ref: PDFRef
  readonly dict: PDFDict
  readonly page: PDFRef | undefined
}

export type Kid = Element | Mark | Annotation

/** Types whose content runs along in a line of text. `Figure` and `Form` may stand in text or alone. */
const inline = new Set([
  'Span',
  'Strong',
  'Em',
  'Link',
  'Quote',
  'Code',
  'Reference',
  'BibEntry',
  'Annot',
  'Ruby',
  'RB',
  'RT',
  'RP',
  'Warichu',
  'WT',
  'WP',
  'Sub',
  'Figure',
  'Form',
  'Formula',
  'Note',
])

/** Types that hold blocks: text directly below them needs a paragraph. */
const containers = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Aside', 'NonStruct'])

/** Types that hold nothing but certain elements. */
const strict = new Set(['Table', 'THead', 'TBody', 'TFoot', 'TR', 'L', 'TOC'])

export const isInline = (kid: Kid): boolean => kid.kind !== 'element' || inline.has(kid.type)
export const isContainer = (element: Element): boolean => containers.has(element.type)
export const isStrict = (element: Element): boolean => strict.has(element.type)

/** Visits elements from the top down, in reading order; the visitor may change the kids of the one it gets. */
export function eachElement(element: Element, visit: (element: Element) => void): void {
  visit(element)
  for (const kid of element.kids) if (kid.kind === 'element') eachElement(kid, visit)
}

/** Visits marks in reading order. */
export function eachMark(element: Element, visit: (mark: Mark, parent: Element) => void): void {
  for (const kid of element.kids) {
    if (kid.kind === 'mark') visit(kid, element)
    else if (kid.kind === 'element') eachMark(kid, visit)
  }
}

/** Gives new kids to an element; each learns its parent. */
export function setKids(element: Element, kids: Kid[]): void {
  element.kids = kids
  for (const kid of kids) if (kid.kind === 'element') kid.parent = element
}

/** Nearest ancestor of a type, the element itself included. */
export function closest(element: Element, types: ReadonlySet<string>): Element | undefined {
  for (let found: Element | undefined = element; found; found = found.parent)
    if (types.has(found.type)) return found
  return undefined
}
