// The bounds within which a PDF is read, and the error for bytes beyond them or beyond sense. Bounds count work, not
// time, so that the same bytes always get the same verdict; together they keep the worst file under two seconds.

/** Largest file. A handout has 40 kB, a long one with pictures 3 MB. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024

/** Most objects in a file. A handout has 700. */
export const MAX_OBJECTS = 50_000

/** Most bytes that streams may unpack to; pictures and fonts are not unpacked. A 3-page handout has 250 kB. */
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024

/** Largest stream of a filter without a bound of its own (LZW packs 2,700 bytes into one). */
export const MAX_SLOW_FILTER_BYTES = 16 * 1024

/** Deepest nesting of arrays and dictionaries. Chromium needs 6. */
export const MAX_NESTING = 100

/** Deepest page tree, number tree, structure tree, or form in a form. */
export const MAX_TREE_DEPTH = 300

/** Most sections of a cross-reference table: one for each time the file was changed in place. */
export const MAX_XREF_SECTIONS = 50

/** Why bytes cannot be judged at all; then nothing else is said about them. */
export type UnreadableRule = 'pdf-unreadable' | 'pdf-encrypted' | 'pdf-too-large'

/** Thrown while reading; `verify` turns it into the single fault of the verdict. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly rule: UnreadableRule

  constructor(rule: UnreadableRule, message: string) {
    super(message)
    this.rule = rule
  }
}

/** Counts down; throws when the work is more than a PDF of this product could need. */
export class Budget {
  private bytes = MAX_UNPACKED_BYTES
  private objects = MAX_OBJECTS

  /** Bytes that may still be unpacked. */
  get left(): number {
    return this.bytes
  }

  spendBytes(count: number): void {
    this.bytes -= count
    if (this.bytes < 0) throw tooLarge('unpacks to more than 8 MB')
  }

  spendObjects(count: number): void {
    this.objects -= count
    if (this.objects < 0) throw tooLarge(`has more than ${MAX_OBJECTS} objects`)
  }
}

/** A file beyond a bound; `what` goes on from "This PDF". */
export function tooLarge(what: string): Unreadable {
  return new Unreadable('pdf-too-large', `This PDF ${what}; it is no handout and was not read.`)
}

/** A file that breaks the syntax of PDF. */
export function unreadable(message: string): Unreadable {
  return new Unreadable('pdf-unreadable', message)
}
