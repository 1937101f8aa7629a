// Operators of one content stream in; its marks with their text, lines and boxes, and the paint outside of them out.
import { HandoutError } from '../../../model/error.js'
import { ContentReader } from '../../../pdf-syntax/content.js'
import type { PdfFont } from '../../../pdf-syntax/font.js'
import { decodeText } from '../../../pdf-syntax/values.js'
import { type Content, type Mark, Paint } from './mark.js'
import { Box, identity, type Matrix, multiply, translate } from './matrix.js'

/** A baseline that moves by more points than this begins a new line; fonts of one line share theirs. */
const LINE_SHIFT = 1

/** Part of the type size that glyphs reach below and above the baseline; wide enough for any text face. */
const DESCENT = 0.3
const ASCENT = 1

/** Structure types that need a box of what they show. */
const boxed = new Set(['Figure', 'Formula', 'Form'])

interface Scope {
  readonly mark: Mark | undefined
  /** Whether it makes its content tagged or an artifact. */
  readonly covers: boolean
  /** Whether `ActualText` stands for what is shown in it. */
  readonly spoken: boolean
  readonly reversed: boolean
}

/** Answers what `Do` draws: nothing is known of images but that they are no form. */
export type DrawForm = (name: string, matrix: Matrix, covered: boolean) => Content | undefined

/** Reads a whole stream; throws when its marked content is not balanced, which no Chromium has ever written. */
export function scan(content: Content, matrix: Matrix, draw: DrawForm): void {
  new Scan(content, matrix, draw).run()
}

class Scan {
  private readonly reader: ContentReader
  private readonly scopes: Scope[] = []
  private readonly saved: Matrix[] = []
  private covered = 0
  private spoken = 0
  private mark: Mark | undefined
  /** Text of a scope of reversed characters, to be turned round at its end. */
  private pieces: string[] | undefined
  private pending: string | undefined
  private shown = false
  private pathStart = -1
  private pathBox: Box | undefined
  private runStart = -1
  private runEnd = -1
  private textStart = -1
  private scopesAtText = 0
  private font: PdfFont | undefined
  private fontName = ''
  private size = 0
  private text: Matrix = identity
  private moved = false
  /** Points on the page along the baseline: where the next glyph goes, and the length of one unit of type size. */
  private penX = 0
  private scale = 1

  constructor(
    private readonly content: Content,
    private matrix: Matrix,
    private readonly draw: DrawForm,
  ) {
    this.reader = new ContentReader(content.bytes)
  }

  run(): void {
    const { reader } = this
    while (reader.next()) this.operator(reader.operator)
    this.closeRun()
    if (this.scopes.length > 0 || this.textStart >= 0) this.unbalanced()
  }

  private operator(name: string): void {
    const { reader } = this
    switch (name) {
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
      case 'h':
      case 're':
        this.path(name)
        break
      case 'f':
      case 'S':
      case 'B':
      case 'f*':
      case 'b':
      case 's':
      case 'F':
      case 'B*':
      case 'b*':
        if (this.mark?.box && this.pathBox) this.mark.box.addBox(this.pathBox)
        this.paint(Paint.path, this.pathStart < 0 ? reader.start : this.pathStart)
        this.pathStart = -1
        break
      case 'n':
        this.pathStart = -1
        break
      case 'Tf':
        this.fontName = reader.name(0) ?? ''
        this.font = this.content.fonts.get(this.fontName)
        this.size = reader.number(1)
        break
      case 'Tm':
        this.text = this.operandMatrix()
        this.moved = true
        break
      case 'Td':
      case 'TD':
        this.text = translate(this.text, reader.number(0), reader.number(1))
        this.moved = true
        break
      case 'Tj':
      case 'TJ':
        this.show()
        break
      case 'BT':
        this.textStart = reader.start
        this.scopesAtText = this.scopes.length
        this.text = identity
        this.moved = true
        break
      case 'ET':
        if (this.textStart < 0 || this.scopes.length !== this.scopesAtText) this.unbalanced()
        this.paint(Paint.text, this.textStart)
        this.textStart = -1
        break
      case 'q':
        this.closeRun()
        this.saved.push(this.matrix)
        break
      case 'Q':
        this.closeRun()
        this.matrix = this.saved.pop() ?? this.matrix
        break
      case 'cm':
        this.matrix = multiply(this.operandMatrix(), this.matrix)
        break
      case 'BDC':
      case 'BMC':
        this.open()
        break
      case 'EMC':
        this.close()
        break
      case 'Do':
        this.drawObject()
        break
      case 'sh':
        this.paint(Paint.shading, reader.start)
        break
      case 'BI':
        this.paint(Paint.image, reader.start)
        break
    }
  }

  private open(): void {
    const { reader } = this
    const tag = reader.name(0) ?? ''
    const inText = this.textStart >= 0
    const id = reader.valueOf('MCID')
    const actual = reader.string(reader.valueOf('ActualText'))
    if (!inText) this.closeRun()
    let mark: Mark | undefined
    if (id >= 0) {
      if (inText) this.unbalanced()
      mark = this.newMark(reader.number(id), tag)
    }
    const reversed = tag === 'ReversedChars'
    if (reversed) this.pieces = []
    const covers = mark !== undefined || tag === 'Artifact'
    if (covers) this.covered++
    if (actual && this.spoken++ === 0) this.pending = decodeText(actual)
    this.scopes.push({ mark, covers, spoken: actual !== undefined, reversed })
    if (mark) this.mark = mark
  }

  private close(): void {
    const scope = this.scopes.pop()
    if (!scope) this.unbalanced()
    if (this.textStart < 0) this.closeRun()
    if (scope.covers) this.covered--
    if (scope.spoken) {
      this.spoken--
      this.speak()
    }
    if (scope.reversed && this.pieces) {
      const said = this.pieces.reverse().join('')
      this.pieces = undefined
      this.say(said)
    }
    if (scope.mark) this.mark = this.scopes.findLast((outer) => outer.mark)?.mark
    else if (this.shown) this.endLine()
  }

  private newMark(mcid: number, tag: string): Mark {
    const mark: Mark = {
      kind: 'mark',
      content: this.content,
      mcid,
      start: this.reader.start,
      end: this.reader.end,
      text: '',
      paints: 0,
      lines: [],
      first: undefined,
      last: undefined,
      size: 0,
      place: undefined,
      inOrder: true,
      box: boxed.has(tag) ? new Box() : undefined,
    }
    this.content.marks.set(mcid, mark)
    return mark
  }

  private show(): void {
    const { reader, font, mark } = this
    if (this.moved) this.place()
    this.speak()
    this.shown = true
    if (!font) return
    const many = reader.operator === 'TJ'
    for (let index = many ? 1 : 0; index < (many ? reader.count - 1 : 1); index++) {
      let said = ''
      let width = 0
      for (const code of reader.codes(index, font.codeBytes)) {
        if (code === 0) this.content.missing.push({ mark, at: (mark?.text.length ?? 0) + said.length })
        const text = font.text(code)
        if (this.pieces) this.say(text)
        else said += text
        width += font.width(code)
      }
      if (said !== '') this.say(said)
      if (!mark) continue
      this.penX += width * this.size * this.scale
      if (mark.last && mark.last.right < this.penX) mark.last.right = this.penX
      if (mark.box) this.textBox(mark.box, width)
    }
    this.endLine()
  }

  /** Notes where the text stands, and the end of the line before when this is a new one. */
  private place(): void {
    this.moved = false
    const { mark } = this
    if (!mark) return
    const [a, b, c, d, e, f] = multiply(this.text, this.matrix)
    const length = Math.hypot(a, b) || 1
    const baseline = (f * a - e * b) / length
    const left = (e * a + f * b) / length
    if (!mark.last || Math.abs(mark.last.baseline - baseline) > LINE_SHIFT) {
      mark.lines.push({ at: -1, length: mark.text.length, font: this.fontName, size: this.size })
      mark.last = { baseline, left, right: left }
      mark.first ??= mark.last
    }
    mark.last.left = Math.min(mark.last.left, left)
    this.scale = length
    this.penX = left
    mark.size = Math.hypot(c, d) * this.size
  }

  /** Moves the end of the line to behind this operator, save within an inner scope: there its `EMC` does it. */
  private endLine(): void {
    const { mark } = this
    if (!mark || mark.lines.length === 0 || this.scopes.length !== this.scopesAtText) return
    const at = this.reader.end
    this.shown = false
    mark.lines[mark.lines.length - 1] = { at, length: mark.text.length, font: this.fontName, size: this.size }
  }

  /** Says what glyphs say, unless `ActualText` speaks for them. */
  private say(text: string): void {
    if (this.spoken === 0) this.put(text)
  }

  /** Says the `ActualText` of a scope: not before its first glyph, since that may begin a line. */
  private speak(): void {
    if (this.pending === undefined) return
    this.put(this.pending)
    this.pending = undefined
  }

  private put(text: string): void {
    if (this.pieces) this.pieces.push(text)
    else if (this.mark) this.mark.text += text
    else this.content.text += text
  }

  private drawObject(): void {
    const { reader, mark } = this
    const form = this.draw(reader.name(0) ?? '', this.matrix, this.covered > 0)
    if (!form) {
      mark?.box?.addRectangle(this.matrix, 0, 0, 1, 1)
      this.paint(Paint.image, reader.start)
    } else if (form.marks.size > 0 || form.forms.length > 0) {
      if (mark) mark.paints |= Paint.image
      this.content.forms.push(form)
    } else {
      this.say(form.text)
      if (mark?.box && form.box) mark.box.addBox(form.box)
      this.paint(form.paints | Paint.image, reader.start)
    }
  }

  /** A unit of paint ends here: it belongs to the mark, or to a run that will become an artifact. */
  private paint(what: number, start: number): void {
    this.content.paints |= what
    if (this.mark) this.mark.paints |= what
    if (this.covered > 0) return
    if (this.runStart < 0) this.runStart = start
    this.runEnd = this.reader.end
  }

  private closeRun(): void {
    if (this.runStart < 0) return
    this.content.loose.push(this.runStart, this.runEnd)
    this.runStart = -1
  }

  /** A piece of a path. Whether it will be painted or only clip is not known yet. */
  private path(operator: string): void {
    const { reader, matrix } = this
    if (this.pathStart < 0) {
      this.pathStart = reader.start
      this.pathBox = this.mark?.box && new Box()
    }
    const box = this.pathBox
    if (!box) return
    if (operator === 're') {
      box.addRectangle(matrix, reader.number(0), reader.number(1), reader.number(2), reader.number(3))
    } else {
      for (let at = 0; at + 1 < reader.count; at += 2)
        box.add(matrix, reader.number(at), reader.number(at + 1))
    }
  }

  private textBox(box: Box, width: number): void {
    const matrix = multiply(this.text, this.matrix)
    const { size } = this
    box.addRectangle(matrix, 0, -DESCENT * size, width * size, (ASCENT + DESCENT) * size)
    this.text = translate(this.text, width * size, 0)
  }

  private operandMatrix(): Matrix {
    const { reader } = this
    return [
      reader.number(0),
      reader.number(1),
      reader.number(2),
      reader.number(3),
      reader.number(4),
      reader.number(5),
    ]
  }

  private unbalanced(): never {
    throw new HandoutError(
      'internal',
      `Page ${this.content.pageNumber}: marked content is not balanced near byte ${this.reader.start}.`,
    )
  }
}
