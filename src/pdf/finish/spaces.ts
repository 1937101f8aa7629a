// Lines of text in; the spaces lost where lines end put back, without a change to what is seen.
import type { PdfFont } from '../../pdf-syntax/font.js'
import { names } from '../../pdf-syntax/names.js'
import type { LineEnd, Mark } from './content/mark.js'
import type { Draft } from './draft.js'
import { lettersOf, type PageText } from './page-text.js'
import { type Element, isInline } from './tree/element.js'

/** After these a line may end without white space: hyphens, dashes, slashes, and scripts that are written without spaces. */
const breaks =
  /[-\u00ad\u2010-\u2015/\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u0e00-\u0eff\u1780-\u17ff]$/u

/** Part of the type size between texts of two boxes; no justified line has such spaces. */
const APART = 1

/** Fonts have one glyph for both spaces, and may name it by either. */
const NO_BREAK_SPACE = '\u00a0'

/** The space of each font that was asked for. */
type Spaces = Map<PdfFont, string | undefined>

/**
 * Writes a space behind each line that ended in one: browsers do not paint it, and without it words run together
 * when they are read out, copied or searched. A space paints nothing, so the page looks the same.
 */
export function lostSpaces(draft: Draft): void {
  const spaces: Spaces = new Map()
  eachParagraph(draft.tree, [], (marks) => {
    for (const [index, mark] of marks.entries()) mend(draft.text, spaces, mark, marks[index + 1])
  })
}

/** Visits runs of text that belong together. Pictures and text with a reading of its own end a run. */
function eachParagraph(element: Element, run: Mark[], visit: (marks: readonly Mark[]) => void): void {
  const close = (): void => {
    if (run.length > 0) visit(run.splice(0))
  }
  for (const kid of element.kids) {
    if (kid.kind === 'mark') {
      if (kid.text !== '') run.push(kid)
    } else if (kid.kind === 'element') {
      const closed = !isInline(kid) || kid.dict.has(names.ActualText) || kid.dict.has(names.Alt)
      if (closed) close()
      eachParagraph(kid, run, visit)
      if (closed) close()
    }
  }
  if (!isInline(element)) close()
}

/** Looks at the end of each line of a mark, the last ones first, so that places in its text stay true. */
function mend(page: PageText, spaces: Spaces, mark: Mark, next: Mark | undefined): void {
  for (const line of mark.lines.toReversed()) {
    const before = mark.text.slice(0, line.length)
    const after = mark.text.slice(line.length) || next?.text
    if (line.at < 0 || after === undefined || /\s$/u.test(before) || /^\s/u.test(after)) continue
    const letters = lettersOf(before).length
    const lost = mark.place === undefined ? !breaks.test(before) : page.spaceBefore(mark.place + letters)
    const last = line === mark.lines.at(-1)
    if (letters > 0 && (lost || (last && next && isApart(mark, next)))) write(spaces, mark, line)
  }
}

/** Whether text on the same line stands so far away that it is another box: a browser needs no space between those. */
function isApart(mark: Mark, next: Mark): boolean {
  if (!mark.last || !next.first || mark.content.page !== next.content.page) return false
  if (Math.abs(mark.last.baseline - next.first.baseline) > mark.size) return false
  return next.first.left - mark.last.right > APART * mark.size
}

function write(spaces: Spaces, mark: Mark, line: LineEnd): void {
  const text = spaceOperators(spaces, mark, line)
  if (text === undefined) return
  mark.content.edits.push({ start: line.at, end: line.at, text })
  mark.text = `${mark.text.slice(0, line.length)} ${mark.text.slice(line.length)}`
}

/** Shows a space in the font of the line; in any other font of the page when this one has none. */
function spaceOperators(spaces: Spaces, mark: Mark, line: LineEnd): string | undefined {
  const { fonts } = mark.content
  const own = spaceIn(spaces, fonts.get(line.font))
  if (own) return `\n${own} Tj`
  const name = fonts.find((font) => spaceIn(spaces, font) !== undefined)
  const other = name === undefined ? undefined : spaceIn(spaces, fonts.get(name))
  return other && `\n/${name} ${line.size} Tf ${other} Tj /${line.font} ${line.size} Tf`
}

/** The space of a font as a hexadecimal string; undefined when its subset has none. */
function spaceIn(spaces: Spaces, font: PdfFont | undefined): string | undefined {
  if (!font?.toUnicode) return undefined
  if (!spaces.has(font)) {
    const space = [...font.toUnicode.text].find(([, text]) => text === ' ' || text === NO_BREAK_SPACE)
    const digits = space?.[0].toString(16).padStart(font.codeBytes * 2, '0')
    spaces.set(font, digits && `<${digits}>`)
  }
  return spaces.get(font)
}
