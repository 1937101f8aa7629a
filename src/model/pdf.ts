// What flows between printing, finishing and verifying a PDF.
import type { Edition } from './variant.js'

/** What a PDF says about itself; everything that reaches Info and XMP. */
export interface DocumentInfo {
  readonly title: string
  /** The organization that hands it out. */
  readonly author: string
  readonly subject: string
  readonly keywords: readonly string[]
  /** BCP 47 tag. */
  readonly language: string
  /** Creation and modification date of the document; never the clock. */
  readonly date: Date
  /** Name and version of the tool, e.g. `Handout Press 1.0.0`. */
  readonly producer: string
  /** What is read out for an address, with `{address}` in it, e.g. `Link to {address}`; the bare address without it. */
  readonly linkTo?: string
}

export interface Heading {
  /** 1 to 6. */
  readonly level: number
  readonly text: string
}

/** What the browser showed when it printed, read from its DOM; aria-hidden content is left out. */
export interface PageRecord {
  /** All text in document order, white space as in the DOM, line feeds for `<br>` and around blocks. */
  readonly text: string
  readonly headings: readonly Heading[]
  /** Where the language changes, in order; before the first change it is that of the document. */
  readonly languages?: readonly LanguageChange[]
  /** The main part of the text behind its title, in UTF-16 units; around it stand masthead and fine print. */
  readonly main?: { readonly start: number; readonly end: number }
}

/** From `start`, counted in UTF-16 units of the page's text, the text is in this language. */
export interface LanguageChange {
  readonly start: number
  /** BCP 47 tag. */
  readonly language: string
}

/** Something wrong in PDF bytes. It becomes a message at the content line by `verify/explain`. */
export interface PdfFault {
  /** Stable id, kebab-case. */
  readonly rule: string
  /** Clause of the standard, e.g. `ISO 14289-1:2014 7.18.5`. */
  readonly clause?: string
  readonly text: string
  readonly hint?: string
  /** From 1. */
  readonly page?: number
  /** Words on the page next to the fault, to find the source line by. */
  readonly near?: string
}

export interface FinishedPdf {
  readonly bytes: Uint8Array
  /** Number of pages. */
  readonly pages: number
  /** What finishing could not cure because it is wrong in the page itself. */
  readonly faults: readonly PdfFault[]
}

/** Measures read from finished bytes; lengths in points. */
export interface PdfFacts {
  readonly pages: number
  readonly title: string
  readonly language: string
  /** Smallest type on any page, fine print and margin boxes included. */
  readonly smallestType: number
  /** Size in which most characters are set. */
  readonly bodyType: number
  /** Characters of the longest line of body type. */
  readonly longestLine: number
  /** Text of the tagged content in reading order. */
  readonly text: string
}

/** What a PDF was meant to be; the verifier compares. */
export interface Expectation {
  readonly page?: PageRecord
  readonly info?: DocumentInfo
  readonly edition?: Edition
  readonly maxPages?: number
  /** Names of the page's own fonts. */
  readonly fonts?: readonly string[]
}

export interface Verdict {
  readonly ok: boolean
  readonly faults: readonly PdfFault[]
  /** Absent when the bytes could not be read as a PDF. */
  readonly facts?: PdfFacts
}
