// The structure tree and the marked content in, text in reading order out, with marks where lines and blocks end.
import type { LanguageChange } from '../../model/pdf.js'
import { names } from '../../pdf-syntax/names.js'
import type { Content } from './content.js'
import type { Element } from './elements.js'
import type { Mark } from './marks.js'
import { isInline } from './types.js'

/** Between blocks: a paragraph, a cell, a list item. A character that no text contains. */
export const BLOCK_END = '\u0002'

/** Between lines of one block, as printed. */
export const LINE_END = '\u0001'

const marks = new RegExp(`[${BLOCK_END}${LINE_END}]`, 'g')

/** Longest text beside a finding. */
const NEAR_LENGTH = 80

/** How far around an element words are looked for: up, back, and within each of those. */
const NEAR_LEVELS = 12
const NEAR_ELEMENTS = 300

export interface MarkedText {
  /** With `BLOCK_END` and `LINE_END` in it. */
  readonly text: string
  /** Where the language changes. */
  readonly languages: readonly LanguageChange[]
}

/** Text of elements. Pictures and list labels are left out: no page text holds them. */
export function markedText(elements: Iterable<Element>, content: Content): MarkedText {
  const writer = new Writer(content)
  for (const element of elements) writer.element(element)
  return writer
}

/** Text of an element as a reader would say it, lists' labels and alternatives of pictures with it. */
export function elementText(element: Element, content: Content): string {
  const writer = new Writer(content, true)
  writer.element(element)
  return plain(writer.text)
}

/** Text of an element letter by letter: where a line ends without a space, none is put. */
export function exactText(element: Element, content: Content): string {
  const writer = new Writer(content, true)
  writer.element(element)
  return plain(writer.text.replaceAll(LINE_END, ''))
}

/** Marked text as plain text: one space for each mark and each run of white space. */
export function plain(text: string): string {
  return text.replace(marks, ' ').replace(/\s+/g, ' ').trim()
}

/** Words to find an element by: its own, else those before it, else those of what it stands in. */
export function near(element: Element, content: Content): string {
  let here: Element | undefined = element
  for (let level = 0; here && level < NEAR_LEVELS; level++) {
    const own = glance(here, content)
    if (own !== '') return own.slice(0, NEAR_LENGTH)
    const before = textBefore(here, content)
    if (before !== '') return before.slice(-NEAR_LENGTH)
    here = here.parent
  }
  return ''
}

/** Text of an element, looked for in its first few hundred elements. */
function glance(element: Element, content: Content): string {
  const writer = new Writer(content, true, NEAR_ELEMENTS)
  writer.element(element)
  return plain(writer.text)
}

function textBefore(element: Element, content: Content): string {
  const siblings = element.parent?.kids ?? []
  const index = siblings.findIndex((kid) => kid.kind === 'element' && kid.element === element)
  for (let at = index - 1; at >= Math.max(0, index - NEAR_LEVELS); at--) {
    const kid = siblings[at]
    const text = kid?.kind === 'element' ? glance(kid.element, content) : ''
    if (text !== '') return text
  }
  return ''
}

class Writer {
  readonly languages: LanguageChange[] = []
  private readonly parts: string[] = []
  private length = 0
  private readonly content: Content
  /** With labels and alternatives, as heard. */
  private readonly heard: boolean
  /** Empty for that of the document. */
  private language = ''
  private line: number | undefined
  private page: number | undefined

  /** Elements that may still be visited. */
  private left: number

  constructor(content: Content, heard = false, most = Number.POSITIVE_INFINITY) {
    this.content = content
    this.heard = heard
    this.left = most
  }

  get text(): string {
    return this.parts.join('')
  }

  element(element: Element): void {
    const { role } = element
    if (this.left-- <= 0) return
    if (!this.heard && (role === 'Figure' || role === 'Formula' || role === 'Lbl')) return
    const actual = element.text(names.ActualText) ?? (this.heard ? element.text(names.Alt) : undefined)
    const inline = isInline(role)
    if (!inline) this.endBlock()
    const language = element.text(names.Lang)
    const outer = this.language
    if (language) this.speak(language)
    if (actual !== undefined) {
      this.write(actual)
      this.line = undefined
    } else {
      for (const kid of element.kids) {
        if (kid.kind === 'element') this.element(kid.element)
        else if (kid.kind === 'content') {
          const owner = kid.stream ?? kid.page
          this.mark(owner && this.content.marks.get(owner)?.get(kid.mcid))
        }
      }
    }
    if (language) this.speak(outer)
    if (!inline) this.endBlock()
  }

  private speak(language: string): void {
    if (language === this.language) return
    this.language = language
    this.languages.push({ start: this.length, language })
  }

  private write(text: string): void {
    this.parts.push(text)
    this.length += text.length
  }

  private mark(mark: Mark | undefined): void {
    for (const stretch of mark?.stretches ?? []) {
      if (stretch.text === '') continue
      const moved = this.line !== undefined && (stretch.line !== this.line || stretch.page !== this.page)
      if (moved) this.write(LINE_END)
      this.line = stretch.line
      this.page = stretch.page
      this.write(stretch.text)
    }
  }

  private endBlock(): void {
    this.line = undefined
    if (this.parts.length > 0 && this.parts.at(-1) !== BLOCK_END) this.write(BLOCK_END)
  }
}
