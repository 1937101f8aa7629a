// Conditions about what a PDF does and where it leads: no programs, no hidden files, only safe addresses that exist.
import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import { dictOf, nameOf, resolve, textOf } from '../../pdf-syntax/objects.js'
import { readNameTree } from '../../pdf-syntax/trees.js'
import { type Condition, type Finding, HOUSE, pdf, pdfa } from '../condition.js'
import type { Reading } from '../read/reading.js'

const allowedActions = new Set(['GoTo', 'GoToR', 'GoToE', 'Thread', 'URI', 'Named', 'SubmitForm'])

/** What `/S` says in an action that is not allowed; structure elements use `/S` for their type. */
const forbiddenActions = new Set(
  (
    'Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript SetState set-state ' +
    'NoOp noop RichMediaExecute'
  ).split(' '),
)

const pageTurns = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage'])

const allowedAddress = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@|tel:\+?[\d(]|sms:\+?\d)/i

export const actionConditions: readonly Condition[] = [
  {
    id: 'action-forbidden',
    clause: pdfa('6.5.1'),
    says: 'Nothing runs: no JavaScript, no launching, no sound, film, or other forbidden action.',
    how: 'Every dictionary of the file that is an action is compared with the list; the name dictionary has no `/JavaScript`.',
    hint: 'Remove the action.',
    check: forbidden,
  },
  {
    id: 'additional-actions',
    clause: pdfa('6.5.2'),
    says: 'Nothing happens by itself.',
    how: 'The catalog and the pages have no `/AA`, and the catalog’s `/OpenAction` only turns to a page.',
    hint: 'Remove the action.',
    *check({ file: { context, catalog }, pages }) {
      if (catalog.has(names.AA))
        yield { text: 'Something happens when the PDF is opened, printed or closed.' }
      const open = dictOf(context, catalog.get(names.OpenAction))
      const kind = nameOf(context, open?.get(names.S))
      if (kind !== undefined && kind !== 'GoTo' && allowedActions.has(kind)) {
        yield { text: `Opening the PDF does something: ${kind}.` }
      }
      for (const page of pages) {
        if (page.dict.has(names.AA))
          yield { text: 'Something happens when the page is shown.', page: page.index + 1 }
      }
    },
  },
  {
    id: 'link-address',
    clause: HOUSE,
    says: 'Links lead to the web, to mail or to a telephone by a whole address.',
    how: 'Each `/URI` begins with http:, https:, mailto:, tel: or sms: and goes on; javascript:, data:, file: and relative addresses do not.',
    hint: 'Write the whole address, with https://.',
    check: addresses,
  },
  {
    id: 'link-target',
    clause: pdf('12.3.2'),
    says: 'Links and bookmarks within the PDF lead to a place that exists.',
    how: 'Each destination names a page of the file, or a name that the file defines.',
    hint: 'Look at what the link points to.',
    check: targets,
  },
  {
    id: 'embedded-file',
    clause: pdfa('6.8'),
    checkpoint: '21-001, 28-016',
    says: 'No other file is hidden in the PDF.',
    how: 'There is no `/EmbeddedFiles`, no file specification with `/EF`, no `/EmbeddedFile` and no FileAttachment.',
    hint: 'Remove the attachment.',
    *check({ file: { context, catalog }, scan }) {
      const named = dictOf(context, catalog.get(names.Names))?.has(names.EmbeddedFiles)
      const held = scan.dicts.some(
        (dict) =>
          dict.has(names.EF) ||
          dict.get(names.Type) === names.EmbeddedFile ||
          nameOf(context, dict.get(names.Subtype)) === 'FileAttachment',
      )
      if (named || held) yield { text: 'Another file is embedded in the PDF.' }
    },
  },
]

function* forbidden({ file: { context, catalog }, scan }: Reading): Iterable<Finding> {
  if (dictOf(context, catalog.get(names.Names))?.has(names.JavaScript))
    yield { text: 'The PDF holds JavaScript.' }
  for (const dict of scan.dicts) {
    const kind = dict.get(names.S)
    if (!(kind instanceof PDFName) || dict.has(names.P) || dict.get(names.Type) === names.StructElem) continue
    const name = kind.decodeText()
    if (forbiddenActions.has(name)) yield { text: `The PDF holds an action of type ${name}.` }
    else if (name === 'Named' && !pageTurns.has(nameOf(context, dict.get(names.N)) ?? '')) {
      yield { text: 'The PDF holds a command to the reader.' }
    }
  }
}

function* addresses(reading: Reading): Iterable<Finding> {
  for (const page of reading.pages) {
    for (const { dict, ref } of page.annotations) {
      const action = dictOf(dict.context, dict.get(names.A))
      const value = resolve(dict.context, action?.get(names.URI))
      if (!(value instanceof PDFString || value instanceof PDFHexString)) continue
      const address = value.decodeText()
      if (allowedAddress.test(address)) continue
      const owner = ref && reading.owners.objects.get(ref)?.[0]
      const near = owner ? reading.at(owner).near : undefined
      const short = address.length > 60 ? `${address.slice(0, 60)}…` : address
      yield { text: `A link leads to “${short}”.`, page: page.index + 1, ...(near ? { near } : {}) }
    }
  }
}

function* targets(reading: Reading): Iterable<Finding> {
  const { file, pages, outline } = reading
  const { context } = file
  const defined = definedNames(reading)
  const isThere = (value: PDFObject | undefined, depth = 0): boolean => {
    const found = resolve(context, value)
    if (found instanceof PDFDict) return depth < 2 && isThere(found.get(names.D), depth + 1)
    if (found instanceof PDFArray) return reading.pageNumber(pageOf(found)) !== undefined
    if (found instanceof PDFName) return defined.has(found.decodeText())
    const name = textOf(context, found)
    return name !== undefined && defined.has(name)
  }
  const leadsNowhere = (dict: PDFDict): boolean => {
    const target = destinationOf(dict)
    return target !== undefined && !isThere(target)
  }
  for (const page of pages) {
    for (const { dict, ref } of page.annotations) {
      if (!leadsNowhere(dict)) continue
      const owner = ref && reading.owners.objects.get(ref)?.[0]
      const near = owner ? reading.at(owner).near : undefined
      yield {
        text: 'A link leads to a place that is not there.',
        page: page.index + 1,
        ...(near ? { near } : {}),
      }
    }
  }
  for (const { dict, title } of outline) {
    if (leadsNowhere(dict)) yield { text: 'A bookmark leads to a place that is not there.', near: title }
  }
}

/** The destination of a link or bookmark, its own or that of its GoTo action. */
function destinationOf(dict: PDFDict): PDFObject | undefined {
  const own = dict.get(names.Dest)
  if (own) return own
  const action = dictOf(dict.context, dict.get(names.A))
  return nameOf(dict.context, action?.get(names.S)) === 'GoTo' ? action?.get(names.D) : undefined
}

function definedNames({ file: { context, catalog } }: Reading): Set<string> {
  const old = dictOf(context, catalog.get(names.Dests))
  const tree = readNameTree(context, dictOf(context, catalog.get(names.Names))?.get(names.Dests))
  return new Set([...(old?.keys() ?? []).map((key) => key.decodeText()), ...tree.keys()])
}

function pageOf(destination: PDFArray): PDFRef | undefined {
  const page = destination.size() > 0 ? destination.get(0) : undefined
  return page instanceof PDFRef ? page : undefined
}
