// What the content pass finds in one content stream: marked content, paint outside of it, and the edits to make.
import type { PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import type { PdfFont } from '../../../pdf-syntax/font.js'
import { Box } from './matrix.js'

/** What a piece of content paints; a sum of these. */
export const Paint = { text: 1, path: 2, image: 4, shading: 8 } as const

/** Where a line of text ends in the content stream. */
export interface LineEnd {
  /** First byte of the text object in which the line begins. */
  start: number
  /** After the operator that shows the last glyphs of the line. */
  at: number
  /** Length of the mark's text up to here. */
  length: number
  /** Resource name of the font in use. */
  font: string
  size: number
}

/** Where a line of text stands on the page, in points. */
export interface LinePlace {
  readonly baseline: number
  left: number
  right: number
}

/** One marked-content sequence with an MCID. */
export interface Mark {
  readonly kind: 'mark'
  readonly content: Content
  readonly mcid: number
  /** First byte of the operands of the opening `BDC`. */
  readonly start: number
  /** After the opening `BDC`. */
  readonly end: number
  /** Text in reading order of each line, as the fonts and `ActualText` say. */
  text: string
  paints: number
  /** Ends of all lines of text, the last one too. */
  readonly lines: LineEnd[]
  /** First and last line on the page; undefined without text. */
  first: LinePlace | undefined
  last: LinePlace | undefined
  /** Size of the type of the last line, in points. */
  size: number
  /** Where its letters stand in the text of the page; undefined when they were not found there. */
  place: number | undefined
  /** Whether they stand there in the same order: not so in lines of mixed directions. */
  inOrder: boolean
  /** What a figure covers; other marks have none. */
  box: Box | undefined
}

/** Opens a mark and puts it into its content. */
export function newMark(content: Content, mcid: number, start: number, end: number, boxed: boolean): Mark {
  const mark: Mark = {
    kind: 'mark',
    content,
    mcid,
    start,
    end,
    text: '',
    paints: 0,
    lines: [],
    first: undefined,
    last: undefined,
    size: 0,
    place: undefined,
    inOrder: true,
    box: boxed ? new Box() : undefined,
  }
  content.marks.set(mcid, mark)
  return mark
}

/** A change of bytes: what stood from `start` to `end` becomes `text`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A place where a font has no glyph for what the page says. */
export interface MissingGlyph {
  readonly mark: Mark | undefined
  /** Length of the mark's text before it. */
  readonly at: number
}

/** One content stream: that of a page, or of a form XObject. */
export interface Content {
  /** The page, or the form. Marks are numbered within it. */
  readonly ref: PDFRef
  readonly page: PDFRef
  /** From 1. */
  readonly pageNumber: number
  readonly isForm: boolean
  readonly stream: PDFRawStream
  readonly bytes: Uint8Array
  readonly marks: Map<number, Mark>
  /** Runs of paint outside of marks and artifacts: start and end in turn. */
  readonly loose: number[]
  /** Forms drawn here that hold marks themselves. */
  readonly forms: Content[]
  readonly missing: MissingGlyph[]
  readonly edits: Edit[]
  readonly fonts: FontTable
  /** Text and paints of a form without marks; they belong to who draws it. */
  text: string
  paints: number
  /** What a form can cover on the page; a page has none. */
  readonly box: Box | undefined
  /** How often the form was drawn. */
  draws: number
}

/** Fonts of one resource dictionary by their names. */
export interface FontTable {
  get(name: string): PdfFont | undefined
  /** Name of any font that satisfies, in the order of the resources. */
  find(accepts: (font: PdfFont) => boolean): string | undefined
}
