// A finished PDF and one change in, the bytes of the changed PDF out.
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  PDFStreamWriter,
} from '@cantoo/pdf-lib'

type Plain =
  | null
  | number
  | string
  | boolean
  | PDFObject
  | readonly Plain[]
  | { readonly [key: string]: Plain }

/** A name such as `/Link`. */
export function name(text: string): PDFName {
  return PDFName.of(text)
}

/** A text string. */
export function text(value: string): PDFHexString {
  return PDFHexString.fromText(value)
}

/** A PDF that is open for a change; everything found in it is there, or the helper throws. */
export class OpenPdf {
  readonly context: PDFContext
  readonly catalog: PDFDict
  readonly pages: readonly PDFPageLeaf[]

  constructor(document: PDFDocument) {
    this.context = document.context
    this.catalog = document.catalog
    this.pages = document.getPages().map((page) => page.node)
  }

  /** Makes an object of plain values; strings become names. */
  object(value: Plain): PDFObject {
    if (Array.isArray(value)) return this.context.obj(value.map((item) => this.object(item)))
    if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
      const entries = Object.entries(value).map(([key, item]) => [key, this.object(item)])
      return this.context.obj(Object.fromEntries(entries))
    }
    return value instanceof Object ? (value as PDFObject) : this.context.obj(value as never)
  }

  /** Makes an indirect object. */
  add(value: Plain): PDFRef {
    return this.context.register(this.object(value))
  }

  /** Makes a stream. */
  addStream(contents: string | Uint8Array, dict: { readonly [key: string]: Plain } = {}): PDFRef {
    const bytes = typeof contents === 'string' ? Buffer.from(contents, 'latin1') : contents
    const entries = this.object({ ...dict, Length: bytes.length }) as PDFDict
    return this.context.register(PDFRawStream.of(entries, Uint8Array.from(bytes)))
  }

  /** The dictionary at the end of a path of keys. */
  dict(start: PDFDict, ...path: string[]): PDFDict {
    let found: PDFObject | undefined = start
    for (const key of path) found = dictOf(found)?.lookup(name(key))
    return there(dictOf(found), path.join('/'))
  }

  /** The first page that draws links. */
  get linkPage(): PDFPageLeaf {
    return there(
      this.pages.find((page) => page.has(name('Annots'))) as PDFPageLeaf | undefined,
      'a page with links',
    )
  }

  get structure(): PDFDict {
    return this.dict(this.catalog, 'StructTreeRoot')
  }

  /** All elements, parents first. */
  get elements(): PDFDict[] {
    const found: PDFDict[] = []
    const walk = (value: PDFObject | undefined): void => {
      const item = value instanceof PDFRef ? this.context.lookup(value) : value
      if (item instanceof PDFArray) for (const kid of item.asArray()) walk(kid)
      else if (item instanceof PDFDict && item.has(name('S'))) {
        found.push(item)
        walk(item.get(name('K')))
      }
    }
    walk(this.structure.get(name('K')))
    return found
  }

  /** Elements of a type, in reading order. */
  all(type: string): PDFDict[] {
    return this.elements.filter((element) => element.get(name('S')) === name(type))
  }

  /** An element of a type; negative counts from the end. */
  element(type: string, index = 0): PDFDict {
    return there(this.all(type).at(index), `${type} ${index}`)
  }

  ref(object: PDFObject): PDFRef {
    return there(this.context.getObjectRef(object), 'a reference')
  }

  parent(element: PDFDict): PDFDict {
    return element.lookup(name('P'), PDFDict)
  }

  /** Kids of an element, as a list that can be changed. */
  kids(element: PDFDict): PDFArray {
    const kids = element.lookup(name('K'))
    if (kids instanceof PDFArray) return kids
    const list = PDFArray.withContext(this.context)
    const value = element.get(name('K'))
    if (value) list.push(value)
    element.set(name('K'), list)
    return list
  }

  /** Puts a new element behind the other kids of a parent, or before them. */
  addElement(
    parent: PDFDict,
    type: string,
    more: { readonly [key: string]: Plain } = {},
    first = false,
  ): PDFDict {
    const ref = this.add({ Type: name('StructElem'), S: name(type), P: this.ref(parent), ...more })
    const kids = this.kids(parent)
    if (first) kids.insert(0, ref)
    else kids.push(ref)
    return this.context.lookup(ref, PDFDict)
  }

  /** Numbers of the marked content that an element lists itself. */
  marks(element: PDFDict): number[] {
    const items = this.kids(element).asArray()
    return items.flatMap((item) => (item instanceof PDFNumber ? [item.asNumber()] : []))
  }

  /** Page of an element's own content. */
  pageOf(element: PDFDict): PDFPageLeaf {
    return element.lookup(name('Pg'), PDFDict) as PDFPageLeaf
  }

  /** The parent tree as one list of keys and values. */
  get parentNumbers(): PDFArray {
    return this.dict(this.structure, 'ParentTree').lookup(name('Nums'), PDFArray)
  }

  /** The value of a key of the parent tree. */
  parentEntry(key: number): { index: number; value: PDFObject } {
    const numbers = this.parentNumbers
    for (let index = 0; index + 1 < numbers.size(); index += 2) {
      const found = numbers.lookup(index, PDFNumber).asNumber()
      if (found === key) return { index: index + 1, value: numbers.get(index + 1) }
    }
    throw new Error(`The parent tree has no ${key}`)
  }

  /** The list of elements by MCID of a page. */
  slots(page: PDFDict): PDFArray {
    const { value } = this.parentEntry(page.lookup(name('StructParents'), PDFNumber).asNumber())
    return this.context.lookup(value, PDFArray)
  }

  /** Adds an entry to the parent tree and returns its key. */
  addParent(value: PDFObject): number {
    const key = this.structure.lookup(name('ParentTreeNextKey'), PDFNumber).asNumber()
    this.structure.set(name('ParentTreeNextKey'), PDFNumber.of(key + 1))
    this.parentNumbers.push(PDFNumber.of(key))
    this.parentNumbers.push(value)
    return key
  }

  /** Link annotations of all pages. */
  get links(): PDFDict[] {
    return this.pages.flatMap((page) => {
      const list = page.lookupMaybe(name('Annots'), PDFArray)
      return (list?.asArray() ?? []).map((ref) => this.context.lookup(ref, PDFDict))
    })
  }

  /** Unpacked text of a stream that an object leads to. */
  contents(owner: PDFDict, key: string): string {
    const stream = there(owner.lookup(name(key)) as PDFRawStream | undefined, key)
    return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  }

  /** Changes the text of a stream; it must change. */
  edit(owner: PDFDict, key: string, change: (before: string) => string): void {
    const before = this.contents(owner, key)
    const after = change(before)
    if (after === before) throw new Error(`Nothing was changed in ${key}`)
    const old = owner.lookup(name(key)) as PDFRawStream
    const entries = old.dict.entries().filter(([entry]) => !['/Filter', '/Length'].includes(entry.asString()))
    const dict = this.object({ Length: after.length }) as PDFDict
    for (const [entry, value] of entries) dict.set(entry, value)
    owner.set(
      name(key),
      this.context.register(PDFRawStream.of(dict, Uint8Array.from(Buffer.from(after, 'latin1')))),
    )
  }

  /** Changes the content of a page. */
  editPage(page: PDFDict, change: (before: string) => string): void {
    this.edit(page, 'Contents', change)
  }

  /** Adds operators to the end of a page. */
  append(operators: string, page: PDFDict = there(this.pages[0], 'a page')): void {
    this.editPage(page, (before) => `${before}\n${operators}\n`)
  }

  /** Changes the metadata packet, as UTF-8. */
  editXmp(change: (before: string) => string): void {
    this.edit(this.catalog, 'Metadata', (before) =>
      Buffer.from(change(Buffer.from(before, 'latin1').toString('utf8'))).toString('latin1'),
    )
  }

  get info(): PDFDict {
    return there(dictOf(this.context.lookup(this.context.trailerInfo.Info)), 'Info')
  }

  /** The first composite font of the first page. */
  get font(): OpenFont {
    const fonts = this.dict(there(this.pages[0], 'a page'), 'Resources', 'Font')
    for (const [key] of fonts.entries()) {
      const dict = fonts.lookup(key, PDFDict)
      if (dict.get(name('Subtype')) !== name('Type0')) continue
      const descendant = dict.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict)
      return { name: key.decodeText(), dict, descendant }
    }
    throw new Error('There is no composite font')
  }
}

export interface OpenFont {
  /** In the resources of the page. */
  readonly name: string
  readonly dict: PDFDict
  readonly descendant: PDFDict
}

/** Opens the PDF, changes it, and writes it as it was: in object streams. */
export async function mutate(bytes: Uint8Array, change: (pdf: OpenPdf) => void): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  change(new OpenPdf(document))
  return PDFStreamWriter.forContext(document.context, Number.POSITIVE_INFINITY).serializeToBuffer()
}

function dictOf(value: PDFObject | undefined): PDFDict | undefined {
  if (value instanceof PDFDict) return value
  return value instanceof PDFRawStream ? value.dict : undefined
}

function there<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The PDF has no ${what}`)
  return value
}
