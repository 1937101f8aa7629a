// The content streams of all pages in, tagged text with its places and sizes out, and what is wrong in the streams.
import type { PDFContext, PDFDict, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import type { PdfFile } from '../open/file.js'
import { FontUse } from './font-use.js'
import type { Mark, Stretch } from './marks.js'
import type { Page } from './pages.js'
import { StreamWalk } from './stream-walk.js'

/** What can be wrong in a content stream; the ids of the conditions about content. */
export type ContentRule =
  | 'untagged-content'
  | 'artifact-in-tagged'
  | 'tagged-in-artifact'
  | 'mark-unbalanced'
  | 'mcid-duplicate'
  | 'operator-unknown'
  | 'tagged-form-repeated'

export interface ContentNote {
  readonly rule: ContentRule
  /** From 0. */
  readonly page: number
  /** What was met: an operator, a number. */
  readonly what: string
  /** Text at or before the place. */
  near: string
}

/** Notes of one rule that are kept; a strange stream would give one for each of its operators. */
const MOST_OF_ONE_RULE = 50

/** Longest text that is kept beside a note. */
const NEAR_LENGTH = 80

/** What the walks over all streams gather. */
export class Content {
  readonly context: PDFContext
  readonly notes: ContentNote[] = []
  /** In the order of painting. */
  readonly stretches: Stretch[] = []
  /** By page or form, then by MCID. */
  readonly marks = new Map<PDFRef, Map<number, Mark>>()
  /** `Lang` of marked-content sequences. */
  readonly languages: { value: string; page: number }[] = []
  /** Device colours that operators set, with the first page. */
  readonly colours = new Map<string, number>()
  /** Rendering intents that operators set, with the first page. */
  readonly intents = new Map<string, number>()
  /** Filters of inline images, with the first page. */
  readonly inlineFilters = new Map<string, number>()
  readonly drawnForms = new Map<PDFRawStream, { tagged: boolean }>()
  deepestState = 0
  private readonly file: PdfFile
  private readonly counts = new Map<ContentRule, number>()
  private readonly fontUses = new Map<PDFDict, FontUse>()

  constructor(file: PdfFile) {
    this.file = file
    this.context = file.context
  }

  get fonts(): readonly FontUse[] {
    return [...this.fontUses.values()]
  }

  /** Reads one page. */
  addPage(page: Page): void {
    if (!page.resources) return
    const walk = new StreamWalk(this, { owner: page.ref, page: page.index, resources: page.resources })
    walk.run(page.content)
  }

  fontOf(dict: PDFDict): FontUse {
    let font = this.fontUses.get(dict)
    if (!font) {
      font = new FontUse(dict, this.file.unpacked)
      this.fontUses.set(dict, font)
    }
    return font
  }

  /** Bytes of a form; each drawing of it counts as work. */
  formBytes(form: PDFRawStream): Uint8Array {
    const bytes = this.file.unpacked(form) ?? new Uint8Array()
    this.file.budget.spendBytes(bytes.length)
    return bytes
  }

  /** The mark of an MCID; noted when it was there before. */
  markOf(owner: PDFRef, mcid: number, page: number): Mark {
    let marks = this.marks.get(owner)
    if (!marks) {
      marks = new Map()
      this.marks.set(owner, marks)
    }
    const known = marks.get(mcid)
    if (known) {
      this.note('mcid-duplicate', page, String(mcid))
      return known
    }
    const mark: Mark = { owner, mcid, page, stretches: [] }
    marks.set(mcid, mark)
    return mark
  }

  /** Undefined when enough is noted of that rule. */
  note(rule: ContentRule, page: number, what: string): ContentNote | undefined {
    const count = this.counts.get(rule) ?? 0
    if (count === MOST_OF_ONE_RULE) return undefined
    this.counts.set(rule, count + 1)
    const note: ContentNote = { rule, page, what, near: this.near(page) }
    this.notes.push(note)
    return note
  }

  /** The last text on the page so far. */
  near(page: number): string {
    for (let at = this.stretches.length - 1; at >= 0; at--) {
      const stretch = this.stretches[at] as Stretch
      if (stretch.page !== page) break
      if (stretch.text.trim() !== '') return stretch.text.trim().slice(-NEAR_LENGTH)
    }
    return ''
  }
}

/** Reads the content of all pages. */
export function readContent(file: PdfFile, pages: readonly Page[]): Content {
  const content = new Content(file)
  for (const page of pages) content.addPage(page)
  return content
}
