// The structure tree of the file in, elements out; marks are found in the content that was scanned.
import type { PDFContext, PDFDict, PDFRef } from '@cantoo/pdf-lib'
import { names } from '../../../pdf-syntax/names.js'
import { dictOf, nameOf } from '../../../pdf-syntax/objects.js'
import { kidsOf, type StructKid } from '../../../pdf-syntax/structure.js'
import type { Content, Mark } from '../content/mark.js'
import type { Element, Kid } from './element.js'

/**
 * Reads the elements below the root. An MCID that its page does not show is looked for in the page's forms:
 * Chromium before 150 numbers the marks of a transparency group as if they were the page's own.
 */
export function readTree(context: PDFContext, root: PDFDict, contents: readonly Content[]): Element[] {
  const find = markFinder(contents)
  return elementsOf(root, undefined, new Set())

  function elementsOf(dict: PDFDict, parent: Element | undefined, seen: Set<PDFDict>): Element[] {
    return readKids(dict, parent, seen).filter((kid) => kid.kind === 'element')
  }

  function readKids(dict: PDFDict, parent: Element | undefined, seen: Set<PDFDict>): Kid[] {
    const kids: Kid[] = []
    for (const kid of kidsOf(dict)) {
      const read = readKid(kid, parent, seen)
      if (read) kids.push(read)
    }
    return kids
  }

  function readKid(kid: StructKid, parent: Element | undefined, seen: Set<PDFDict>): Kid | undefined {
    if (kid.kind === 'content') return find(kid.stream ?? kid.page, kid.mcid)
    if (kid.kind === 'object') {
      const dict = dictOf(context, kid.object)
      return dict && kid.object ? { kind: 'annotation', ref: kid.object, dict, page: kid.page } : undefined
    }
    if (kid.kind === 'unknown' || seen.has(kid.dict)) return undefined
    seen.add(kid.dict)
    const element: Element = {
      kind: 'element',
      ref: kid.ref ?? context.register(kid.dict),
      dict: kid.dict,
      type: nameOf(context, kid.dict.get(names.S)) ?? 'NonStruct',
      parent,
      kids: [],
    }
    element.kids = readKids(kid.dict, element, seen)
    return element
  }
}

function markFinder(
  contents: readonly Content[],
): (owner: PDFRef | undefined, mcid: number) => Mark | undefined {
  const owners = new Map<PDFRef, Content>()
  const add = (content: Content): void => {
    owners.set(content.ref, content)
    content.forms.forEach(add)
  }
  contents.forEach(add)
  return (owner, mcid) => {
    const content = owner && owners.get(owner)
    return content && (content.marks.get(mcid) ?? inForms(content, mcid))
  }
}

function inForms(content: Content, mcid: number): Mark | undefined {
  for (const form of content.forms) {
    if (form.stream.dict.has(names.StructParents)) continue
    const mark = form.marks.get(mcid) ?? inForms(form, mcid)
    if (mark) return mark
  }
  return undefined
}

/** Makes an element that the file does not have yet. Its parent is set when it becomes a kid. */
export function newElement(context: PDFContext, type: string, kids: Kid[]): Element {
  const dict = context.obj({ Type: 'StructElem' })
  const element: Element = {
    kind: 'element',
    ref: context.register(dict),
    dict,
    type,
    parent: undefined,
    kids,
  }
  for (const kid of kids) if (kid.kind === 'element') kid.parent = element
  return element
}
