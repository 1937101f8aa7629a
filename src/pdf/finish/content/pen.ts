// Text operators in; where the next glyph stands, and the lines of the mark it belongs to.
import type { PdfFont } from '../../../pdf-syntax/font.js'
import type { Mark } from './mark.js'
import { type Box, identity, type Matrix, multiply, translate } from './matrix.js'

/** A baseline that moves by more than this part of the type size begins a new line; marks on Arabic letters move by less. */
const LINE_SHIFT = 0.5

/** Part of the type size that glyphs reach below and above the baseline; wide enough for any text face. */
const DESCENT = 0.3
const ASCENT = 1

/** The text state of ISO 32000-1, 9.3 and 9.4, as far as browsers use it. */
export class Pen {
  font: PdfFont | undefined
  private fontName = ''
  private size = 0
  private matrix: Matrix = identity
  private moved = false
  /** Along the baseline, in points on the page: where the next glyph goes. */
  private x = 0
  /** Points on the page that one unit of text space has. */
  private scale = 1

  /** `BT` */
  begin(): void {
    this.matrix = identity
    this.moved = true
  }

  /** `Tf` */
  setFont(name: string, font: PdfFont | undefined, size: number): void {
    this.fontName = name
    this.font = font
    this.size = size
  }

  /** `Tm` */
  moveTo(matrix: Matrix): void {
    this.matrix = matrix
    this.moved = true
  }

  /** `Td` */
  moveBy(x: number, y: number): void {
    this.matrix = translate(this.matrix, x, y)
    this.moved = true
  }

  /** Before glyphs are shown: notes where they stand, and begins a new line of the mark when it is another. */
  place(mark: Mark | undefined, page: Matrix): void {
    if (!this.moved) return
    this.moved = false
    if (!mark) return
    const whole = multiply(this.matrix, page)
    const [a, b, c, d, e, f] = whole
    const length = Math.hypot(a, b) || 1
    const baseline = (f * a - e * b) / length
    const left = (e * a + f * b) / length
    mark.size = Math.hypot(c, d) * this.size
    if (!mark.last || Math.abs(mark.last.baseline - baseline) > LINE_SHIFT * mark.size) {
      mark.lines.push({ at: -1, length: mark.text.length, font: this.fontName, size: this.size })
      mark.last = { baseline, left, right: left }
      mark.first ??= mark.last
    }
    mark.last.left = Math.min(mark.last.left, left)
    this.scale = length
    this.x = left
  }

  /** After glyphs were shown, `width` of them in parts of the type size. */
  advance(mark: Mark, page: Matrix, width: number): void {
    this.x += width * this.size * this.scale
    if (mark.last && mark.last.right < this.x) mark.last.right = this.x
    if (mark.box) this.cover(mark.box, page, width)
  }

  /** The line of the mark now ends at this place of the content stream. */
  endLine(mark: Mark, at: number): void {
    if (mark.lines.length === 0) return
    const end = { at, length: mark.text.length, font: this.fontName, size: this.size }
    mark.lines[mark.lines.length - 1] = end
  }

  private cover(box: Box, page: Matrix, width: number): void {
    const { size } = this
    const whole = multiply(this.matrix, page)
    box.addRectangle(whole, 0, -DESCENT * size, width * size, (ASCENT + DESCENT) * size)
    this.matrix = translate(this.matrix, width * size, 0)
  }
}
