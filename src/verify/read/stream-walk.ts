// One content stream in, its text and faults handed to `Content`; forms that it draws are walked in turn.
import { type PDFDict, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { ContentReader } from '../../pdf-syntax/content.js'
import { Token } from '../../pdf-syntax/lexer.js'
import { names } from '../../pdf-syntax/names.js'
import { dictOf, nameOf, numbersOf, resolve } from '../../pdf-syntax/objects.js'
import { MAX_TREE_DEPTH, tooLarge } from '../limits.js'
import type { Content, ContentNote } from './content.js'
import type { Actual, Mark, OpenMark, Stretch, Voice } from './marks.js'
import { identity, type Matrix, multiply } from './matrix.js'
import { colourOf, isKnownOperator, paints } from './operators.js'
import { propertiesOf } from './properties.js'
import { TextState } from './text-state.js'

/** Where a stream is drawn. */
export interface Place {
  /** The page or form that its MCIDs belong to. */
  readonly owner: PDFRef
  readonly page: number
  readonly resources: PDFDict
  /** What is open around a form. */
  readonly around?: OpenMark
  readonly matrix?: Matrix
  readonly depth?: number
}

/** Size and baseline are the same when they differ by less: Skia rounds to thousandths. */
const SAME = 0.02

/** Longest text that is kept beside a note. */
const NEAR_LENGTH = 80

const outside: OpenMark = { mark: undefined, artifact: false, voice: undefined }

export class StreamWalk {
  private readonly content: Content
  private readonly place: Place
  private readonly state: TextState
  private readonly open: OpenMark[]
  private readonly base: OpenMark
  private top: OpenMark
  private stretch: Stretch | undefined
  private stretchPlace = -1
  private inUntagged = false
  private untagged: ContentNote | undefined
  private tagged = false

  constructor(content: Content, place: Place) {
    this.content = content
    this.place = place
    this.state = new TextState(place.matrix ?? identity)
    this.base = place.around ?? outside
    this.top = this.base
    this.open = []
  }

  /** Walks over the bytes; says whether they hold marked content with MCIDs. */
  run(bytes: Uint8Array): boolean {
    const reader = new ContentReader(bytes)
    while (reader.next()) this.take(reader)
    this.endUntagged()
    const { content, state, open, place } = this
    if (open.length > 0) content.note('mark-unbalanced', place.page, `${open.length} not closed`)
    content.deepestState = Math.max(content.deepestState, state.deepest)
    return this.tagged
  }

  private take(reader: ContentReader): void {
    const { operator } = reader
    switch (operator) {
      case 'Tj':
        this.show(reader, 0)
        return
      case 'Td':
        this.state.move(reader.number(1))
        return
      case 'TJ':
        for (let index = 0; index < reader.count; index++) this.show(reader, index)
        return
      case "'":
      case '"':
        this.state.take(reader)
        this.show(reader, reader.count - 1)
        return
      case 'Tf':
        this.setFont(reader.name(0), reader.number(1))
        return
      case 'BDC':
      case 'BMC':
        this.begin(reader)
        return
      case 'EMC':
        this.end()
        return
      case 'Do':
        this.draw(reader.name(0))
        return
      case 'BI':
        this.inlineImage(reader)
        return
      case 'ri':
        this.first(this.content.intents, reader.name(0) ?? '')
        return
    }
    if (this.state.take(reader)) return
    if (paints(operator)) this.paint()
    else if (isKnownOperator(operator)) {
      const colour = colourOf(operator, () => reader.name(0))
      if (colour !== undefined) this.first(this.content.colours, colour)
    } else this.content.note('operator-unknown', this.place.page, operator)
  }

  private first(map: Map<string, number>, key: string): void {
    if (!map.has(key)) map.set(key, this.place.page)
  }

  private lookup(
    category: PDFName,
    name: string | undefined,
  ): { ref: PDFRef | undefined; dict: PDFDict } | undefined {
    if (name === undefined) return undefined
    const { context } = this.content
    const value = dictOf(context, this.place.resources.get(category))?.get(PDFName.of(name))
    const dict = dictOf(context, value)
    return dict && { ref: value instanceof PDFRef ? value : undefined, dict }
  }

  private setFont(name: string | undefined, size: number): void {
    const found = this.lookup(names.Font, name)
    this.state.setFont(found && this.content.fontOf(found.dict), size)
  }

  /** Notes paint that is neither tagged nor an artifact, once for each run of it. */
  private paint(): void {
    if (this.top.mark || this.top.artifact || this.inUntagged) return
    this.inUntagged = true
    this.untagged = this.content.note('untagged-content', this.place.page, '')
  }

  /** Where untagged paint ends: its own words, if it has any, tell where it is. */
  private endUntagged(): void {
    this.inUntagged = false
    if (!this.untagged) return
    const words = this.stretch && !this.stretch.mark ? this.stretch.text.trim() : ''
    if (words !== '') this.untagged.near = words.slice(0, NEAR_LENGTH)
    this.untagged = undefined
  }

  /** Words just shown; asked for only when something is wrong. */
  near(): string {
    return this.stretch?.text.trim() || this.content.near(this.place.page)
  }

  private show(reader: ContentReader, index: number): void {
    const { font } = this.state
    if (!font) return
    const codes = reader.codes(index, font.font.codeBytes)
    if (codes.length === 0) return
    this.paint()
    const { page } = this.place
    const { voice } = this.top
    const spoken = voice?.kind === 'actual'
    let text = ''
    for (const code of codes) {
      const glyph = font.show(code, spoken, page, this)
      if (voice?.kind === 'reversed') voice.glyphs.push(glyph)
      else text += glyph
    }
    if (voice?.kind === 'actual') this.speak(voice)
    else if (!voice) this.append(text)
  }

  private speak(voice: Actual): void {
    if (voice.taken) return
    voice.taken = true
    if (voice.around) voice.around.glyphs.push(voice.text)
    else this.append(voice.text)
  }

  private append(text: string): void {
    const { mark } = this.top
    let stretch = this.stretch
    if (!stretch || stretch.mark !== mark || this.stretchPlace !== this.state.place) {
      const { size, line } = this.state.measure()
      const same =
        stretch &&
        stretch.mark === mark &&
        Math.abs(stretch.size - size) < SAME &&
        Math.abs(stretch.line - line) < SAME
      if (!same) stretch = this.newStretch(mark, size, line)
      this.stretchPlace = this.state.place
    }
    if (stretch) stretch.text += text
  }

  private newStretch(mark: Mark | undefined, size: number, line: number): Stretch {
    const stretch: Stretch = { mark, page: this.place.page, size, line, text: '' }
    this.content.stretches.push(stretch)
    mark?.stretches.push(stretch)
    this.stretch = stretch
    return stretch
  }

  private begin(reader: ContentReader): void {
    const { content, place, top } = this
    this.endUntagged()
    const tag = reader.name(0)
    const properties = propertiesOf(reader, () => this.lookup(names.Properties, reader.name(1))?.dict)
    let { mark, artifact, voice } = top
    if (tag === 'Artifact') {
      if (mark && !artifact) content.note('artifact-in-tagged', place.page, '')
      artifact = true
    }
    if (properties.language !== undefined)
      content.languages.push({ value: properties.language, page: place.page })
    if (properties.mcid !== undefined) {
      if (artifact) content.note('tagged-in-artifact', place.page, String(properties.mcid))
      mark = content.markOf(place.owner, properties.mcid, place.page)
      artifact = false
      this.tagged = true
    }
    if (properties.actualText !== undefined && voice?.kind !== 'actual') {
      voice = { kind: 'actual', text: properties.actualText, around: voice, taken: false }
    } else if (tag === 'ReversedChars' && voice === undefined) voice = { kind: 'reversed', glyphs: [] }
    this.top = { mark: artifact ? undefined : mark, artifact, voice }
    this.open.push(this.top)
  }

  private end(): void {
    this.endUntagged()
    const closed = this.open.pop()
    if (!closed) {
      this.content.note('mark-unbalanced', this.place.page, 'EMC')
      return
    }
    const { voice } = closed
    this.top = this.open.at(-1) ?? this.base
    if (voice && voice !== this.top.voice) this.finishVoice(voice, closed)
  }

  /** Text that glyphs could not give one by one is added where its sequence ends. */
  private finishVoice(voice: Voice, closed: OpenMark): void {
    const now = this.top
    this.top = closed
    if (voice.kind === 'actual') this.speak(voice)
    else this.append(voice.glyphs.reverse().join(''))
    this.top = now
  }

  private draw(name: string | undefined): void {
    const { content, place } = this
    const found = this.lookup(names.XObject, name)
    if (!found) return
    const value = resolve(content.context, found.ref)
    const form = value instanceof PDFRawStream ? value : undefined
    if (!form || nameOf(content.context, found.dict.get(names.Subtype)) !== 'Form') {
      this.paint()
      return
    }
    const known = content.drawnForms.get(form)
    if (known?.tagged) {
      content.note('tagged-form-repeated', place.page, '')
      return
    }
    const depth = (place.depth ?? 0) + 1
    if (depth > MAX_TREE_DEPTH) throw tooLarge('nests its drawings too deeply')
    const drawn = { tagged: false }
    content.drawnForms.set(form, drawn)
    const matrix = numbersOf(content.context, form.dict.get(names.Matrix))
    const walk = new StreamWalk(content, {
      owner: found.ref ?? place.owner,
      page: place.page,
      resources: dictOf(content.context, form.dict.get(names.Resources)) ?? place.resources,
      around: this.top,
      matrix:
        matrix?.length === 6 ? multiply(matrix as unknown as Matrix, this.state.matrix) : this.state.matrix,
      depth,
    })
    drawn.tagged = walk.run(content.formBytes(form))
    this.tagged ||= drawn.tagged
    this.stretch = undefined
  }

  private inlineImage(reader: ContentReader): void {
    this.paint()
    for (let index = 0; index < reader.count; index++) {
      const key = reader.name(index)
      if (key !== 'F' && key !== 'Filter') continue
      const list = reader.kind(index + 1) === Token.arrayOpen
      for (let at = index + (list ? 2 : 1); reader.kind(at) === Token.name; at++) {
        this.first(this.content.inlineFilters, reader.name(at) ?? '')
        if (!list) break
      }
      return
    }
  }
}
