// Marked content: the sequences of a content stream, the text in them, and what speaks in place of the glyphs.
import type { PDFRef } from '@cantoo/pdf-lib'

/** Text of one size on one line of one marked-content sequence. */
export interface Stretch {
  /** Undefined in artifacts and in untagged content. */
  readonly mark: Mark | undefined
  /** From 0. */
  readonly page: number
  /** In points, as printed. */
  readonly size: number
  /** Distance of the baseline from the origin, in points. */
  readonly line: number
  text: string
}

/** A marked-content sequence with an MCID. */
export interface Mark {
  /** The page or the form that the number belongs to. */
  readonly owner: PDFRef
  readonly mcid: number
  readonly page: number
  readonly stretches: Stretch[]
}

/** Glyphs that are heard in reversed order. */
interface Reversed {
  readonly kind: 'reversed'
  readonly glyphs: string[]
}

/** A text that is heard in place of the glyphs, once; it counts as one glyph where the order is reversed around it. */
export interface Actual {
  readonly kind: 'actual'
  readonly text: string
  readonly around: Reversed | undefined
  taken: boolean
}

/** What is heard in place of the glyphs as they come. */
export type Voice = Actual | Reversed

/** An open sequence, with what holds inside it. */
export interface OpenMark {
  /** The innermost sequence with an MCID around. */
  readonly mark: Mark | undefined
  /** Whether an artifact is around. */
  readonly artifact: boolean
  readonly voice: Voice | undefined
}
