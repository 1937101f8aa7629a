// Text operators in; where the next glyph stands, and the lines of the mark it belongs to.
import type { PdfFont } from '../../../pdf-syntax/font.js'
import type { Mark } from './mark.js'
import { type Box, identity, type Matrix, multiply } from './matrix.js'

/** A baseline that moves by more than this part of the type size begins a new line; marks on Arabic letters move by less. */
const LINE_SHIFT = 0.5

/** Part of the type size that glyphs reach below and above the baseline; wide enough for any text face. */
const DESCENT = 0.3
const ASCENT = 1

/** The text state of ISO 32000-1, 9.3 and 9.4, as far as browsers use it. Most glyphs have a `Td` of their own. */
export class Pen {
  font: PdfFont | undefined
  private fontName = ''
  private size = 0
  private matrix: Matrix = identity
  /** Where `Td` has moved to since the matrix was set. */
  private across = 0
  private up = 0
  private moved = false
  /** The matrix on the page, and what follows of it; renewed when glyphs are shown for the first time under it. */
  private whole: Matrix | undefined
  private scale = 1
  private height = 1
  /** Along the baseline, in points on the page: where the next glyph goes. */
  private x = 0

  /** `BT` */
  begin(): void {
    this.moveTo(identity)
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
    this.whole = undefined
    this.across = 0
    this.up = 0
    this.moved = true
  }

  /** `Td` */
  moveBy(x: number, y: number): void {
    this.across += x
    this.up += y
    this.moved = true
  }

  /**
   * Before glyphs are shown: notes where they stand, and begins a new line of the mark when it is another.
   * @param start first byte of the text object
   */
  place(mark: Mark | undefined, page: Matrix, start: number): void {
    if (!this.moved) return
    this.moved = false
    if (!mark) return
    const whole = this.onPage(page)
    const e = this.across * whole[0] + this.up * whole[2] + whole[4]
    const f = this.across * whole[1] + this.up * whole[3] + whole[5]
    const baseline = (f * whole[0] - e * whole[1]) / this.scale
    const left = (e * whole[0] + f * whole[1]) / this.scale
    mark.size = this.height * this.size
    if (!mark.last || Math.abs(mark.last.baseline - baseline) > LINE_SHIFT * mark.size) {
      mark.lines.push({ start, at: -1, length: mark.text.length, font: this.fontName, size: this.size })
      mark.last = { baseline, left, right: left }
      mark.first ??= mark.last
    }
    if (left < mark.last.left) mark.last.left = left
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
    const line = mark.lines[mark.lines.length - 1]
    if (!line) return
    line.at = at
    line.length = mark.text.length
    line.font = this.fontName
    line.size = this.size
  }

  private onPage(page: Matrix): Matrix {
    if (this.whole) return this.whole
    const whole = multiply(this.matrix, page)
    this.whole = whole
    this.scale = Math.hypot(whole[0], whole[1]) || 1
    this.height = Math.hypot(whole[2], whole[3])
    return whole
  }

  private cover(box: Box, page: Matrix, width: number): void {
    const { size } = this
    const bottom = this.up - DESCENT * size
    box.addRectangle(this.onPage(page), this.across, bottom, width * size, (ASCENT + DESCENT) * size)
    this.across += width * size
  }
}
