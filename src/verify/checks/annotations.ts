// Conditions about annotations: links and fields stand in the structure, say what they are, and print.
import type { PDFDict } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import {
  boolOf,
  dictOf,
  nameOf,
  numberOf,
  numbersOf,
  resolve,
  streamOf,
  textOf,
} from '../../pdf-syntax/objects.js'
import { type Condition, type Finding, pdfa, ua } from '../condition.js'
import type { Element } from '../read/elements.js'
import type { Annotation, Page } from '../read/pages.js'
import type { Reading } from '../read/reading.js'

/** Types of ISO 32000-1 that PDF/A-2 allows (6.3.1), TrapNet left out, which PDF/UA forbids. */
const allowedTypes = new Set(
  (
    'Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink ' +
    'Popup FileAttachment Widget PrinterMark Watermark Redact'
  ).split(' '),
)

/** Bits of `/F` (ISO 32000-1, table 165). */
const INVISIBLE = 1
const HIDDEN = 2
const PRINT = 4
const NO_VIEW = 32
const TOGGLE_NO_VIEW = 256

export const annotationConditions: readonly Condition[] = [
  {
    id: 'link-tag',
    clause: ua('7.18.5'),
    checkpoint: '28-011',
    says: 'Every link stands in a Link.',
    how: 'The element that lists the annotation as object reference is a Link.',
    hint: 'Do not put a link into a drawing that has a text of its own.',
    check: each('Link', (annotation, page, reading) =>
      misplaced(reading, annotation, page, ['Link'], 'A link is not in the structure as a link.'),
    ),
  },
  {
    id: 'link-contents',
    clause: ua('7.18.5'),
    checkpoint: '28-012',
    says: 'Every link says where it leads.',
    how: 'The annotation has `/Contents` that is not blank.',
    hint: 'Give the link words.',
    check: each('Link', ({ dict, ref }, page, reading) => {
      if (textOf(dict.context, dict.get(names.Contents))?.trim()) return undefined
      const owner = ref && reading.owners.objects.get(ref)?.[0]
      const near = owner ? reading.at(owner).near : undefined
      return { text: 'A link does not say where it leads.', page: page.index + 1, ...(near ? { near } : {}) }
    }),
  },
  {
    id: 'annotation-tag',
    clause: ua('7.18.1'),
    checkpoint: '28-002, 28-010, 28-017',
    says: 'Every other annotation stands in an Annot, form fields in a Form, printer’s marks nowhere.',
    how: 'The element that lists the annotation as object reference is of that type.',
    hint: 'Print without annotations but links.',
    *check(reading) {
      for (const [annotation, page, type] of annotations(reading)) {
        if (type === 'Link' || type === 'Popup') continue
        const wanted = type === 'Widget' ? ['Form'] : type === 'PrinterMark' ? [] : ['Annot']
        const found = misplaced(
          reading,
          annotation,
          page,
          wanted,
          `An annotation of type ${type} is misplaced in the structure.`,
        )
        if (found) yield found
      }
    },
  },
  {
    id: 'annotation-contents',
    clause: ua('7.18.1'),
    checkpoint: '28-004, 28-005',
    says: 'Every other annotation is described, and every form field has a name to say.',
    how: 'There is `/Contents`, or `/TU` for fields, or `/Alt` of the element around.',
    hint: 'Describe it.',
    *check(reading) {
      for (const [{ dict, ref }, page, type] of annotations(reading)) {
        if (type === 'Link' || type === 'Popup' || type === 'PrinterMark') continue
        const owner = ref && reading.owners.objects.get(ref)?.[0]
        const text = textOf(dict.context, dict.get(type === 'Widget' ? names.TU : names.Contents))
        if (!text && !owner?.text(names.Alt)) {
          yield { text: `An annotation of type ${type} is not described.`, page: page.index + 1 }
        }
      }
    },
  },
  {
    id: 'annotation-type',
    clause: pdfa('6.3.1'),
    checkpoint: '28-006, 28-007',
    says: 'Annotations are of types that archives allow.',
    how: '`/Subtype` is looked up in the list; sound, film, 3D, screen and trap networks are not in it.',
    hint: 'Remove it.',
    *check(reading) {
      for (const [, page, type] of annotations(reading)) {
        if (!allowedTypes.has(type))
          yield { text: `Annotations of type ${type || '?'} are not allowed.`, page: page.index + 1 }
      }
    },
  },
  {
    id: 'annotation-flags',
    clause: pdfa('6.3.2'),
    says: 'Annotations are printed and never hidden.',
    how: '`/F` is there, with Print and without Hidden, Invisible, NoView and ToggleNoView.',
    hint: 'Finish the PDF with this tool.',
    *check(reading) {
      for (const [{ dict }, page, type] of annotations(reading)) {
        const flags = numberOf(dict.context, dict.get(names.F))
        if (type === 'Popup' && flags === undefined) continue
        const hidden = INVISIBLE | HIDDEN | NO_VIEW | TOGGLE_NO_VIEW
        if (flags === undefined || (flags & PRINT) === 0 || (flags & hidden) !== 0) {
          yield { text: 'An annotation is hidden or is not printed.', page: page.index + 1 }
        }
      }
    },
  },
  {
    id: 'annotation-appearance',
    clause: pdfa('6.3.3'),
    says: 'Annotations other than links carry their look, and only one.',
    how: '`/AP` is there with `/N` alone, a stream, or a dictionary for buttons; annotations without size need none.',
    hint: 'Print without annotations but links.',
    *check(reading) {
      for (const [{ dict }, page, type] of annotations(reading)) {
        if (!isDrawn(dict, type))
          yield { text: `An annotation of type ${type} has no look of its own.`, page: page.index + 1 }
      }
    },
  },
  {
    id: 'form-forbidden',
    clause: pdfa('6.4.1, 6.4.2'),
    checkpoint: '25-001',
    says: 'Forms are static.',
    how: 'The form has no `/XFA` and no `/NeedAppearances true`; fields have no `/A` and no `/AA`.',
    hint: 'Print without form fields.',
    *check(reading) {
      const { context, catalog } = reading.file
      const form = dictOf(context, catalog.get(names.AcroForm))
      if (form?.has(names.XFA)) yield { text: 'The PDF holds an XFA form.' }
      if (boolOf(context, form?.get(names.NeedAppearances)))
        yield { text: 'The reader must draw the form itself.' }
      for (const [{ dict }, page, type] of annotations(reading)) {
        if (type === 'Widget' && (dict.has(names.A) || dict.has(names.AA))) {
          yield { text: 'A form field does something.', page: page.index + 1 }
        }
      }
    },
  },
]

function* annotations({ pages }: Reading): Iterable<[Annotation, Page, string]> {
  for (const page of pages) {
    for (const annotation of page.annotations) {
      const { dict } = annotation
      yield [annotation, page, nameOf(dict.context, dict.get(names.Subtype)) ?? '']
    }
  }
}

type Judge = (annotation: Annotation, page: Page, reading: Reading) => Finding | undefined

/** Judges every annotation of one type. */
function each(type: string, judge: Judge): (reading: Reading) => Iterable<Finding> {
  return function* (reading) {
    for (const [annotation, page, found] of annotations(reading)) {
      const finding = found === type ? judge(annotation, page, reading) : undefined
      if (finding) yield finding
    }
  }
}

function misplaced(
  { structure, owners }: Reading,
  { ref }: Annotation,
  page: Page,
  wanted: readonly string[],
  text: string,
): Finding | undefined {
  if (!structure) return undefined
  const owner: Element | undefined = ref && owners.objects.get(ref)?.[0]
  // What belongs nowhere must have no owner; everything else must have one of the wanted type.
  const fine =
    wanted.length === 0
      ? !owner
      : owner && wanted.includes(owner.role === 'NonStruct' ? owner.parentRole() : owner.role)
  return fine ? undefined : { text, page: page.index + 1 }
}

function isDrawn(dict: PDFDict, type: string): boolean {
  const { context } = dict
  if (type === 'Link' || type === 'Popup') return true
  const [left, bottom, right, top] = numbersOf(context, dict.get(names.Rect)) ?? []
  const look = dictOf(context, dict.get(names.AP))
  if (!look) return left === right && bottom === top
  const button = type === 'Widget' && nameOf(context, dict.get(names.FT)) === 'Btn'
  const only = look.keys().length === 1 && look.has(names.N)
  return (
    only &&
    (button ? resolve(context, look.get(names.N)) : streamOf(context, look.get(names.N))) !== undefined
  )
}
