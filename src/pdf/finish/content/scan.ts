// Operators of one content stream in; its marks with their text, lines and boxes, and the paint outside of them out.
import { HandoutError } from '../../../model/error.js'
import { ContentReader } from '../../../pdf-syntax/content.js'
import { type Content, type Mark, newMark, Paint } from './mark.js'
import { Box, type Matrix, multiply } from './matrix.js'
import { Pen } from './pen.js'
import { type Speech, Voice } from './voice.js'

/** Structure types that need a box of what they show. */
const boxed = new Set(['Figure', 'Formula', 'Form'])

interface Scope extends Speech {
  readonly mark: Mark | undefined
  /** Whether it makes its content tagged or an artifact. */
  readonly covers: boolean
  /** Place of the operator that opens it. */
  readonly start: number
  readonly end: number
}

/** Answers what `Do` draws: nothing is known of images but that they are no form. */
export type DrawForm = (name: string, matrix: Matrix, covered: boolean) => Content | undefined

/** Reads a whole stream; throws when its marked content is not balanced, which no Chromium has ever written. */
export function scan(content: Content, matrix: Matrix, draw: DrawForm): void {
  new Scan(content, matrix, draw).run()
}

class Scan {
  private readonly reader: ContentReader
  private readonly pen = new Pen()
  private readonly voice: Voice
  private readonly scopes: Scope[] = []
  private readonly saved: Matrix[] = []
  private mark: Mark | undefined
  /** Open scopes that make their content tagged or an artifact. */
  private covered = 0
  private pathStart = -1
  private pathBox: Box | undefined
  private runStart = -1
  private runEnd = -1
  /** -1 outside of text objects. */
  private textStart = -1
  private scopesAtText = 0
  /** Whether the text object shows anything. */
  private glyphs = false
  /** Whether glyphs were shown since the line of the mark was last said to end. */
  private shown = false

  constructor(
    private readonly content: Content,
    private matrix: Matrix,
    private readonly draw: DrawForm,
  ) {
    this.reader = new ContentReader(content.bytes)
    this.voice = new Voice(content)
  }

  run(): void {
    const { reader } = this
    while (reader.next()) this.operator(reader.operator)
    this.closeRun()
    if (this.scopes.length > 0 || this.textStart >= 0) this.unbalanced()
  }

  private operator(name: string): void {
    const { reader, pen } = this
    switch (name) {
      case 'Tf':
        this.setFont(reader.name(0) ?? '')
        break
      case 'Tm':
        pen.moveTo(this.operandMatrix())
        break
      case 'Td':
      case 'TD':
        pen.moveBy(reader.number(0), reader.number(1))
        break
      case 'Tj':
        this.show(0, 1)
        break
      case 'TJ':
        this.show(1, reader.count - 1)
        break
      case 'BT':
        this.textStart = reader.start
        this.glyphs = false
        this.scopesAtText = this.scopes.length
        pen.begin()
        break
      case 'ET':
        if (this.textStart < 0 || this.scopes.length !== this.scopesAtText) this.unbalanced()
        if (this.glyphs) this.paint(Paint.text, this.textStart)
        this.textStart = -1
        break
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

  private setFont(name: string): void {
    this.pen.setFont(name, this.content.fonts.get(name), this.reader.number(1))
  }

  private open(): void {
    const { reader } = this
    const tag = reader.name(0) ?? ''
    const id = reader.valueOf('MCID')
    let mark: Mark | undefined
    if (this.textStart < 0) this.closeRun()
    else if (id >= 0) this.unbalanced()
    if (id >= 0) mark = newMark(this.content, reader.number(id), reader.start, reader.end, boxed.has(tag))
    const covers = mark !== undefined || tag === 'Artifact'
    if (covers) this.covered++
    const speech = this.voice.begin(tag, reader.string(reader.valueOf('ActualText')))
    this.scopes.push({ mark, covers, start: reader.start, end: reader.end, ...speech })
    if (mark) this.listen(mark)
  }

  private close(): void {
    const scope = this.scopes.pop()
    if (!scope) this.unbalanced()
    if (this.textStart < 0) this.closeRun()
    if (scope.covers) this.covered--
    if (!this.voice.end(scope)) this.dissolve(scope)
    if (scope.mark) this.listen(this.scopes.findLast((outer) => outer.mark)?.mark)
    else if (this.shown) this.endLine()
  }

  /**
   * Takes a scope away, not what is in it. Where a line lies on the next page, Chromium leaves out its glyphs on this
   * one, but not the `ActualText` of each: without glyphs it would be read out on both.
   */
  private dissolve({ start, end }: Scope): void {
    const { reader, content } = this
    content.edits.push({ start, end, text: '' }, { start: reader.start, end: reader.end, text: '' })
  }

  private listen(mark: Mark | undefined): void {
    this.mark = mark
    this.voice.listener = mark ?? this.content
  }

  /** Shows the strings among some operands. */
  private show(from: number, to: number): void {
    const { reader, pen, voice, mark } = this
    const { font } = pen
    pen.place(mark, this.matrix, this.textStart)
    voice.speak()
    this.shown = true
    this.glyphs = true
    for (let index = from; font && index < to; index++) {
      let width = 0
      const codes = reader.codes(index, font.codeBytes)
      // By index: this runs once a glyph, and an iterator makes three objects each time.
      for (let at = 0; at < codes.length; at++) {
        const code = codes[at] as number
        if (code === 0) this.content.missing.push({ mark, at: mark?.text.length ?? 0 })
        voice.say(font.text(code))
        width += font.width(code)
      }
      if (mark) pen.advance(mark, this.matrix, width)
    }
    this.endLine()
  }

  /** The line ends behind this operator, save within an inner scope: there it ends with the scope. */
  private endLine(): void {
    if (this.scopes.length !== this.scopesAtText) return
    this.shown = false
    if (this.mark) this.pen.endLine(this.mark, this.reader.end)
  }

  private drawObject(): void {
    const { reader, mark } = this
    const form = this.draw(reader.name(0) ?? '', this.matrix, this.covered > 0)
    if (!form) {
      mark?.box?.addRectangle(this.matrix, 0, 0, 1, 1)
      this.paint(Paint.image, reader.start)
    } else if (form.marks.size > 0 || form.forms.length > 0) {
      // An artifact around it would hold tagged content; its own loose paint becomes artifacts within it.
      if (mark) mark.paints |= Paint.text
      if (form.draws === 1) this.content.forms.push(form)
    } else {
      this.voice.say(form.text)
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
      for (let at = 0; at + 1 < reader.count; at += 2) {
        box.add(matrix, reader.number(at), reader.number(at + 1))
      }
    }
  }

  private operandMatrix(): Matrix {
    const { reader } = this
    const number = (index: number): number => reader.number(index)
    return [number(0), number(1), number(2), number(3), number(4), number(5)]
  }

  private unbalanced(): never {
    throw new HandoutError(
      'internal',
      `Page ${this.content.pageNumber}: marked content is not balanced near byte ${this.reader.start}.`,
    )
  }
}
