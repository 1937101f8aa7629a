// Bounds of the type -> the script that fits a page in the browser, and the shape of its answer.
import type { PageRecord } from '../model/pdf.js'
import { pageRecordScript } from './page-record.js'

/** Sizes are multiples of this many points. */
const step = 0.25
/** A section taller than this share of a page may be broken between its blocks; a smaller one is kept whole. */
const breakable = [0.55, 0.25] as const
/** Body leading, as in templates/styles. */
const leading = 1.4
/** How full the pages may be after enlarging; the rest is for lines and boxes that do not fit exactly. */
const fill = 0.97

export interface FitAnswer {
  readonly type: number
  readonly pages: number
  readonly linesOver: number
  /** Longest sections; empty when everything fits. */
  readonly longest: { heading: string; lines: number }[]
  /** Addresses of pictures that could not be drawn. */
  readonly broken: string[]
  readonly record: PageRecord
}

interface FitInput {
  readonly least: number
  readonly most: number
  readonly maxPages: number
  /** Room for the words on a page, in points. */
  readonly height: number
  readonly step: number
  readonly breakable: readonly number[]
  readonly leading: number
  readonly fill: number
}

/** The expression to evaluate: waits for the fonts, fits, records, and leaves the page as it is to be printed. */
export function fitExpression(bounds: Pick<FitInput, 'least' | 'most' | 'maxPages' | 'height'>): string {
  const input: FitInput = { ...bounds, step, breakable, leading, fill }
  return `(${whenLoaded.toString()})().then(() => ({ ...(${fitInPage.toString()})(${JSON.stringify(input)}), record: ${pageRecordScript} }))`
}

/** The document at its least size from the start: the first layout is then the one that fitting begins with. */
export function atLeastSize(html: string, least: number): string {
  return html.replace(/^(\s*<!doctype html>\s*<html)(?![^>]*\sstyle=)/i, `$1 style="--type: ${least}pt"`)
}

/** The expression that sets the type to one size, when the printed pages differ from the estimate. */
export function sizeExpression(type: number): string {
  return `document.documentElement.style.setProperty('--type', '${type}pt')`
}

/* The functions below run in the page; they use nothing from outside. */

/** Fonts are asked for by the first layout, so that comes before waiting for them; those of the margins only by printing. */
async function whenLoaded(): Promise<void> {
  document.body.getBoundingClientRect()
  const regular = [...document.fonts]
    .filter((font) => font.weight.startsWith('400'))
    .map((font) => font.load())
  await Promise.all([
    document.fonts.ready,
    ...regular,
    ...[...document.images].map((image) => image.decode().catch(() => {})),
  ])
}

/**
 * The fewest pages that hold the text at the least size, then a larger size that keeps them. The size is reckoned from
 * how full the pages are: words cover an area that grows with the square of the size. Printing tells whether it holds, so
 * no second layout is spent on asking.
 */
function fitInPage(input: FitInput): Omit<FitAnswer, 'record'> {
  const pointsPerPixel = 0.75
  const pageHeight = input.height / pointsPerPixel
  const root = document.documentElement
  const sections = [...document.querySelectorAll<HTMLElement>('main > section.section, main > .pair')]
  const open =
    'main, .long, .long > .section-body, .long > .side, .long > .side > .section, .long > .side .section-body, .long ul, .long ol, .long table, .long tbody, .long .actions, .long .ask-block'

  const setSize = (size: number) => root.style.setProperty('--type', `${size}pt`)
  const markLong = (heights: readonly number[], share: number) => {
    sections.forEach((section, index) => {
      section.classList.toggle('long', (heights[index] ?? 0) > pageHeight * share)
    })
  }
  /** Top and bottom of everything that is not broken, in order. */
  const pieces = (): { top: number; bottom: number }[] => {
    const found: { top: number; bottom: number }[] = []
    const walk = (element: Element) => {
      if (element.children.length > 0 && element.matches(open)) {
        for (const child of element.children) walk(child)
        return
      }
      const { top, bottom } = element.getBoundingClientRect()
      if (bottom > top) found.push({ top: top + window.scrollY, bottom: bottom + window.scrollY })
    }
    for (const child of document.body.children) walk(child)
    // Columns stand beside one another: what is lower comes later.
    return found.sort((a, b) => a.top - b.top)
  }
  /** Pages needed, how full they are, and what hangs over the last page of the budget. */
  const paginate = (): { pages: number; full: number; over: number } => {
    let pages = 1
    let start = 0
    let lastStart = 0
    let end = 0
    for (const piece of pieces()) {
      end = Math.max(end, piece.bottom)
      if (piece.bottom - start > pageHeight && piece.top > start) {
        pages += 1
        start = piece.top
        while (piece.bottom - start > pageHeight) {
          pages += 1
          start += pageHeight
        }
      }
      if (pages <= input.maxPages) lastStart = start
    }
    const full = ((pages - 1) * pageHeight + (end - start)) / (pages * pageHeight)
    return { pages, full, over: Math.max(0, end - lastStart - pageHeight) }
  }

  setSize(input.least)
  const heights = sections.map((section) => section.getBoundingClientRect().height)
  let least = { pages: 0, full: 0, over: 0 }
  for (const share of input.breakable) {
    markLong(heights, share)
    least = paginate()
    if (least.pages <= input.maxPages) break
  }
  let type = input.least
  if (least.pages <= input.maxPages) {
    const steps = Math.floor((input.most - input.least) / input.step)
    const guess = input.least * Math.sqrt(input.fill / least.full) - input.least
    type = input.least + Math.max(0, Math.min(steps, Math.floor(guess / input.step))) * input.step
    setSize(type)
  }
  const lineHeight = (type * input.leading) / pointsPerPixel
  const overflows = least.pages > input.maxPages
  const longest = overflows
    ? sections
        .map((section, index) => ({
          heading: section.querySelector('h2')?.textContent ?? '',
          lines: Math.round((heights[index] ?? 0) / lineHeight),
        }))
        .sort((a, b) => b.lines - a.lines)
        .slice(0, 3)
    : []
  return {
    type,
    pages: least.pages,
    linesOver: overflows ? Math.max(1, Math.ceil(least.over / lineHeight)) : 0,
    longest,
    broken: [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src),
  }
}
