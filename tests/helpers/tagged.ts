// Bytes of a PDF in, its structure with texts out: a second, simpler reader to check what finishing wrote.
import type { PDFContext, PDFDict, PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { ContentReader } from '../../src/pdf-syntax/content.js'
import { codesOf, type PdfFont, readFont } from '../../src/pdf-syntax/font.js'
import { names } from '../../src/pdf-syntax/names.js'
import { contentsOf, dictOf, nameOf, readObjects, streamOf, textOf } from '../../src/pdf-syntax/objects.js'
import { kidsOf } from '../../src/pdf-syntax/structure.js'
import { inherited, readPages } from '../../src/pdf-syntax/trees.js'
import { decodeText } from '../../src/pdf-syntax/values.js'

export interface Tagged {
  readonly type: string
  readonly dict: PDFDict
  readonly alt: string | undefined
  readonly actualText: string | undefined
  readonly language: string | undefined
  /** Text of all content below, `ActualText` taken for what it replaces. */
  readonly text: string
  readonly kids: readonly Tagged[]
  /** `/Contents` of the annotations directly below. */
  readonly contents: readonly (string | undefined)[]
}

export interface TaggedFile {
  readonly context: PDFContext
  readonly catalog: PDFDict
  readonly info: PDFDict
  readonly document: Tagged
  /** Text that is not in the structure. */
  readonly artifacts: string
  /** Paint operators that are neither tagged nor artifacts. */
  readonly loose: number
  /** Titles of the bookmarks, two spaces before each level. */
  readonly outline: readonly string[]
}

export async function readTagged(pdf: Uint8Array): Promise<TaggedFile> {
  const context = await readObjects(pdf)
  const catalog = need(dictOf(context, context.trailerInfo.Root))
  const pieces = new Pieces(context)
  for (const page of readPages(context)) {
    const stream = need(streamOf(context, page.dict.get(names.Contents)))
    pieces.read(page.ref, contentsOf(stream), dictOf(context, inherited(page.dict, names.Resources)), false)
  }
  const root = need(dictOf(context, catalog.get(names.StructTreeRoot)))
  const [top] = kidsOf(root)
  if (top?.kind !== 'element') throw new Error('no document element')
  return {
    context,
    catalog,
    info: need(dictOf(context, context.trailerInfo.Info)),
    document: element(context, top.dict, pieces),
    artifacts: pieces.artifacts,
    loose: pieces.loose,
    outline: outline(context, dictOf(context, catalog.get(names.Outlines)), ''),
  }
}

/** All elements, the one given first. */
export function all(element: Tagged): Tagged[] {
  return [element, ...element.kids.flatMap(all)]
}

function element(context: PDFContext, dict: PDFDict, pieces: Pieces): Tagged {
  const kids: Tagged[] = []
  const contents: (string | undefined)[] = []
  let text = ''
  for (const kid of kidsOf(dict)) {
    if (kid.kind === 'content') text += pieces.texts.get(`${kid.stream ?? kid.page} ${kid.mcid}`) ?? '\ufffd'
    else if (kid.kind === 'object')
      contents.push(textOf(context, dictOf(context, kid.object)?.get(names.Contents)))
    else if (kid.kind === 'element') {
      const below = element(context, kid.dict, pieces)
      kids.push(below)
      text += /^(Span|Strong|Em|Link|Code)$/.test(below.type) ? below.text : ` ${below.text} `
    }
  }
  const actualText = textOf(context, dict.get(names.ActualText))
  return {
    type: nameOf(context, dict.get(names.S)) ?? '',
    dict,
    alt: textOf(context, dict.get(names.Alt)),
    actualText,
    language: textOf(context, dict.get(names.Lang)),
    text: actualText ?? text,
    kids,
    contents,
  }
}

/** Text of each piece of marked content. */
class Pieces {
  readonly texts = new Map<string, string>()
  artifacts = ''
  loose = 0
  private readonly fonts = new Map<PDFDict, PdfFont>()

  constructor(private readonly context: PDFContext) {}

  read(owner: PDFRef | undefined, bytes: Uint8Array, resources: PDFDict | undefined, covered: boolean): void {
    const reader = new ContentReader(bytes)
    const scopes: { key?: string; artifact?: boolean; silent?: boolean; reversed?: string[] }[] = []
    let font: PdfFont | undefined
    const say = (text: string): void => {
      const reversed = scopes.find((scope) => scope.reversed)?.reversed
      if (reversed) reversed.push(text)
      else put(text)
    }
    const put = (text: string): void => {
      const key = scopes.findLast((scope) => scope.key)?.key
      if (key) this.texts.set(key, (this.texts.get(key) ?? '') + text)
      else this.artifacts += text
    }
    const resource = (kind: typeof names.Font, name: string | undefined): PDFObject | undefined => {
      const entries = dictOf(this.context, resources?.get(kind))?.entries() ?? []
      return entries.find(([key]) => nameOf(this.context, key) === name)?.[1]
    }
    while (reader.next()) {
      const { operator } = reader
      const isCovered = covered || scopes.some((scope) => scope.key || scope.artifact)
      if (operator === 'BDC' || operator === 'BMC') {
        const id = reader.valueOf('MCID')
        const key = id < 0 ? undefined : `${owner} ${reader.number(id)}`
        const actual = reader.string(reader.valueOf('ActualText'))
        if (actual) say(decodeText(actual))
        scopes.push({
          ...(key ? { key } : {}),
          artifact: reader.name(0) === 'Artifact',
          silent: actual !== undefined,
          ...(reader.name(0) === 'ReversedChars' ? { reversed: [] } : {}),
        })
        if (key && !this.texts.has(key)) this.texts.set(key, '')
      } else if (operator === 'EMC') {
        const scope = scopes.pop()
        if (!scope) throw new Error('EMC without a beginning')
        if (scope.reversed) put(scope.reversed.reverse().join(''))
      } else if (operator === 'Tf') {
        const dict = dictOf(this.context, resource(names.Font, reader.name(0)))
        font = dict && (this.fonts.get(dict) ?? readFont(dict))
        if (dict && font) this.fonts.set(dict, font)
      } else if (operator === 'Tj') {
        if (!isCovered) this.loose++
        const shown = font
        const silent = scopes.some((scope) => scope.silent)
        if (shown && !silent)
          for (const code of codesOf(shown, reader.string(0) ?? new Uint8Array())) say(shown.text(code))
      } else if (/^(?:[fFSsBb]\*?|sh|BI)$/.test(operator)) {
        if (!isCovered) this.loose++
      } else if (operator === 'Do') {
        const ref = resource(names.XObject, reader.name(0))
        const form = streamOf(this.context, ref)
        if (form && nameOf(this.context, form.dict.get(names.Subtype)) === 'Form') {
          const own = dictOf(this.context, form.dict.get(names.Resources)) ?? resources
          this.read(ref as PDFRef, contentsOf(form), own, isCovered)
        } else if (!isCovered) this.loose++
      }
    }
    if (scopes.length > 0) throw new Error('marked content without an end')
  }
}

function outline(context: PDFContext, parent: PDFDict | undefined, indent: string): string[] {
  const titles: string[] = []
  let item = dictOf(context, parent?.get(names.First))
  while (item) {
    titles.push(
      indent + (textOf(context, item.get(names.Title)) ?? ''),
      ...outline(context, item, `${indent}  `),
    )
    item = dictOf(context, item.get(names.Next))
  }
  return titles
}

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the file lacks a part')
  return value
}
