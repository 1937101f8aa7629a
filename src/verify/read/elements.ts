// The structure tree of a PDF in, elements with their kids, parents and standard types out.
import { type PDFContext, PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import { dictOf, nameOf, resolve, textOf } from '../../pdf-syntax/objects.js'
import { kidsOf, type StructKid } from '../../pdf-syntax/structure.js'
import { MAX_TREE_DEPTH, tooLarge } from '../limits.js'
import { type Role, roleOf } from './types.js'

type ContentKid = Extract<StructKid, { kind: 'content' }>
type ObjectKid = Extract<StructKid, { kind: 'object' }>
export type Kid = { readonly kind: 'element'; readonly element: Element } | ContentKid | ObjectKid

/** One element of the structure tree. */
export class Element {
  readonly dict: PDFDict
  readonly ref: PDFRef | undefined
  /** The element that lists this one; undefined for kids of the root. */
  readonly parent: Element | undefined
  /** As written in the file. */
  readonly type: string
  /** Standard type, by the role map. */
  readonly role: string
  readonly standing: Role
  readonly kids: Kid[] = []
  /** Page of the element's own content, as written. */
  readonly page: PDFRef | undefined
  private seen: readonly Element[] | undefined

  constructor(dict: PDFDict, ref: PDFRef | undefined, parent: Element | undefined, roles: Roles) {
    this.dict = dict
    this.ref = ref
    this.parent = parent
    this.type = nameOf(dict.context, dict.get(names.S)) ?? ''
    this.standing = roles(this.type)
    this.role = this.standing.role
    const page = dict.get(names.Pg)
    this.page = page instanceof PDFRef ? page : undefined
  }

  /** A text entry such as `Alt`; undefined when it is not there. */
  text(key: PDFName): string | undefined {
    return textOf(this.dict.context, this.dict.get(key))
  }

  /** Kids that are elements, seeing through NonStruct, which means nothing (ISO 32000-1, table 333). */
  elements(): readonly Element[] {
    this.seen ??= this.findElements()
    return this.seen
  }

  private findElements(): Element[] {
    const found: Element[] = []
    for (const kid of this.kids) {
      if (kid.kind !== 'element') continue
      if (kid.element.role === 'NonStruct') found.push(...kid.element.elements())
      else found.push(kid.element)
    }
    return found
  }

  /** Standard type of the nearest parent that means something; empty at the root. */
  parentRole(): string {
    let above = this.parent
    while (above?.role === 'NonStruct') above = above.parent
    return above?.role ?? ''
  }

  /** Page that the content of this element begins on. */
  firstPage(): PDFRef | undefined {
    if (this.page) return this.page
    for (const kid of this.kids) {
      const page = kid.kind === 'element' ? kid.element.firstPage() : kid.page
      if (page) return page
    }
    return undefined
  }
}

type Roles = (type: string) => Role

export interface Structure {
  readonly root: PDFDict
  readonly roleMap: ReadonlyMap<string, string>
  /** Kids of the root. */
  readonly top: readonly Element[]
  /** Every element, parents before kids, in reading order. */
  readonly all: readonly Element[]
  readonly byDict: ReadonlyMap<PDFDict, Element>
  /** Elements that a second element lists as its kid too. */
  readonly shared: readonly Element[]
  /** Elements with a kid that is neither element, content nor object. */
  readonly broken: readonly Element[]
}

/** Reads the tree below the catalog's StructTreeRoot; undefined when there is none. */
export function readStructure(context: PDFContext, catalog: PDFDict): Structure | undefined {
  const root = dictOf(context, catalog.get(names.StructTreeRoot))
  if (!root) return undefined
  const roleMap = readRoleMap(context, root)
  const known = new Map<string, Role>()
  const roles = (type: string): Role => {
    const role = known.get(type) ?? roleOf(type, roleMap)
    known.set(type, role)
    return role
  }
  const all: Element[] = []
  const byDict = new Map<PDFDict, Element>()
  const shared: Element[] = []
  const broken: Element[] = []
  const grow = (
    dict: PDFDict,
    ref: PDFRef | undefined,
    parent: Element | undefined,
    depth: number,
  ): Element => {
    if (depth > MAX_TREE_DEPTH) throw tooLarge('nests its structure too deeply')
    const element = new Element(dict, ref, parent, roles)
    byDict.set(dict, element)
    all.push(element)
    for (const kid of kidsOf(dict)) {
      if (kid.kind === 'unknown') broken.push(element)
      else if (kid.kind !== 'element') element.kids.push(kid)
      else {
        const twin = byDict.get(kid.dict)
        if (twin) shared.push(twin)
        else element.kids.push({ kind: 'element', element: grow(kid.dict, kid.ref, element, depth + 1) })
      }
    }
    return element
  }
  const top: Element[] = []
  for (const kid of kidsOf(root)) {
    if (kid.kind !== 'element') continue
    const twin = byDict.get(kid.dict)
    if (twin) shared.push(twin)
    else top.push(grow(kid.dict, kid.ref, undefined, 0))
  }
  return { root, roleMap, top, all, byDict, shared, broken }
}

function readRoleMap(context: PDFContext, root: PDFDict): Map<string, string> {
  const map = new Map<string, string>()
  const dict = resolve(context, root.get(names.RoleMap))
  if (!(dict instanceof PDFDict)) return map
  for (const [key, value] of dict.entries()) {
    const target = resolve(context, value)
    if (target instanceof PDFName) map.set(key.decodeText(), target.decodeText())
  }
  return map
}
