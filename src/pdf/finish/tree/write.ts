// The changed tree in; structure elements, parent tree and the keys that lead into it written to the file.
import {
  PDFArray,
  type PDFContext,
  type PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { names } from '../../../pdf-syntax/names.js'
import { dictOf, nameOf } from '../../../pdf-syntax/objects.js'
import type { Content, Mark } from '../content/mark.js'
import type { Annotation, Element, Kid } from './element.js'

/** Writes type, parent and kids of every element, and a new parent tree. */
export function writeTree(
  context: PDFContext,
  rootRef: PDFRef,
  root: PDFDict,
  tree: Element,
  contents: readonly Content[],
): void {
  const parents = new ParentTree(context)
  writeElement(context, tree, rootRef, parents)
  root.set(names.K, tree.ref)
  const numbers = parents.number(contents)
  root.set(names.ParentTree, context.register(context.obj({ Nums: numbers })))
  root.set(names.ParentTreeNextKey, PDFNumber.of(numbers.length / 2))
}

function writeElement(context: PDFContext, element: Element, parent: PDFRef, parents: ParentTree): void {
  const { dict, kids, ref } = element
  if (nameOf(context, dict.get(names.S)) !== element.type) dict.set(names.S, PDFName.of(element.type))
  dict.set(names.P, parent)
  const page = kids.find((kid) => kid.kind === 'mark')?.content.page
  if (page) dict.set(names.Pg, page)
  else dict.delete(names.Pg)
  const written = kids.map((kid) => writeKid(context, kid, page))
  const [first] = written
  if (first === undefined) dict.delete(names.K)
  else if (written.length === 1) dict.set(names.K, first)
  else {
    const array = PDFArray.withContext(context)
    for (const kid of written) array.push(kid)
    dict.set(names.K, array)
  }
  for (const kid of kids) {
    if (kid.kind === 'element') writeElement(context, kid, ref, parents)
    else if (kid.kind === 'mark') parents.addMark(kid, ref)
    else parents.addAnnotation(kid, ref)
  }
}

function writeKid(context: PDFContext, kid: Kid, page: PDFRef | undefined): PDFObject {
  if (kid.kind === 'element') return kid.ref
  if (kid.kind === 'annotation') {
    return context.obj({ Type: 'OBJR', Obj: kid.ref, ...(kid.page ? { Pg: kid.page } : {}) })
  }
  const { content, mcid } = kid
  if (content.page === page && !content.isForm) return PDFNumber.of(mcid)
  return context.obj({
    Type: 'MCR',
    Pg: content.page,
    MCID: mcid,
    ...(content.isForm ? { Stm: content.ref } : {}),
  })
}

/** Who owns each mark and each annotation (ISO 32000-1, 14.7.4.4). */
class ParentTree {
  private readonly marks = new Map<Content, PDFArray>()
  private readonly annotations: [Annotation, PDFRef][] = []

  constructor(private readonly context: PDFContext) {}

  addMark(mark: Mark, parent: PDFRef): void {
    let array = this.marks.get(mark.content)
    if (!array) {
      array = PDFArray.withContext(this.context)
      this.marks.set(mark.content, array)
    }
    while (array.size() <= mark.mcid) array.push(PDFNull)
    array.set(mark.mcid, parent)
  }

  addAnnotation(annotation: Annotation, parent: PDFRef): void {
    this.annotations.push([annotation, parent])
  }

  /** Gives every owner its key; returns keys and values in turn. */
  number(contents: readonly Content[]): PDFObject[] {
    const pairs: PDFObject[] = []
    const add = (owner: PDFDict | undefined, name: PDFName, value: PDFObject): void => {
      const key = PDFNumber.of(pairs.length / 2)
      owner?.set(name, key)
      pairs.push(key, value)
    }
    const addContent = (content: Content): void => {
      const owner = dictOf(this.context, content.ref)
      const array = this.marks.get(content)
      if (array) add(owner, names.StructParents, this.context.register(array))
      else owner?.delete(names.StructParents)
      content.forms.forEach(addContent)
    }
    contents.forEach(addContent)
    for (const [annotation, parent] of this.annotations) add(annotation.dict, names.StructParent, parent)
    return pairs
  }
}
