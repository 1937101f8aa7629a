// Operators about graphics state and text position in, the place and size of what is shown next out.
import type { ContentReader } from '../../pdf-syntax/content.js'
import type { FontUse } from './font-use.js'
import { baseline, identity, type Matrix, multiply, verticalScale } from './matrix.js'

interface Saved {
  readonly ctm: Matrix
  readonly font: FontUse | undefined
  readonly size: number
  readonly leading: number
}

/** Follows the state of one content stream. */
export class TextState {
  font: FontUse | undefined
  /** Deepest nesting of `q`. */
  deepest = 0
  /** Changes whenever text may stand on another line or in another size. */
  place = 0
  private ctm: Matrix
  private line: Matrix = identity
  private size = 0
  private leading = 0
  private readonly saved: Saved[] = []

  constructor(ctm: Matrix) {
    this.ctm = ctm
  }

  get matrix(): Matrix {
    return this.ctm
  }

  /** Size and baseline of the next glyph, in points. */
  measure(): { size: number; line: number } {
    const matrix = multiply(this.line, this.ctm)
    return { size: Math.abs(this.size) * verticalScale(matrix), line: baseline(matrix) }
  }

  setFont(font: FontUse | undefined, size: number): void {
    this.font = font
    if (size !== this.size) this.place++
    this.size = size
  }

  /** Takes the operator if it is one of state or position; says whether it was. */
  take(reader: ContentReader): boolean {
    switch (reader.operator) {
      case 'Td':
        this.move(reader.number(1))
        return true
      case 'Tm':
        this.line = matrixOf(reader)
        this.place++
        return true
      case 'cm':
        this.ctm = multiply(matrixOf(reader), this.ctm)
        this.place++
        return true
      case 'q':
        this.saved.push(this.snapshot())
        this.deepest = Math.max(this.deepest, this.saved.length)
        return true
      case 'Q':
        this.restore()
        return true
      case 'BT':
        this.line = identity
        this.place++
        return true
      case 'TD':
        this.leading = -reader.number(1)
        this.move(reader.number(1))
        return true
      case 'T*':
      case "'":
      case '"':
        this.move(-this.leading)
        return reader.operator === 'T*'
      case 'TL':
        this.leading = reader.number(0)
        return true
      default:
        return false
    }
  }

  /** Moves to another line. Moves along a line change neither its size nor its baseline, so they are left out. */
  move(y: number): void {
    if (y === 0) return
    const [a, b, c, d, e, f] = this.line
    this.line = [a, b, c, d, y * c + e, y * d + f]
    this.place++
  }

  private snapshot(): Saved {
    const { ctm, font, size, leading } = this
    return { ctm, font, size, leading }
  }

  private restore(): void {
    const before = this.saved.pop()
    if (!before) return
    this.ctm = before.ctm
    this.font = before.font
    this.size = before.size
    this.leading = before.leading
    this.place++
  }
}

function matrixOf(reader: ContentReader): Matrix {
  return [
    reader.number(0),
    reader.number(1),
    reader.number(2),
    reader.number(3),
    reader.number(4),
    reader.number(5),
  ]
}
