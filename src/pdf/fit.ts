// Bounds of the type -> the script that fits a page in the browser, and the shape of its answer.

/** Sizes are tried in steps of this many points. */
const step = 0.25
/** A section taller than this share of a page may be broken between its blocks; a smaller one is kept whole. */
const breakable = [0.55, 0.25] as const

export interface FitAnswer {
  readonly type: number
  readonly pages: number
  readonly linesOver: number
  readonly longest: { heading: string; lines: number }[]
  /** Addresses of pictures that could not be drawn. */
  readonly broken: string[]
}

interface FitInput {
  readonly least: number
  readonly most: number
  readonly maxPages: number
  readonly height: number
  readonly step: number
  readonly breakable: readonly number[]
}

/** The expression to evaluate: waits for the fonts, fits, and leaves the page as it is to be printed. */
export function fitExpression(bounds: Omit<FitInput, 'step' | 'breakable'>): string {
  const input: FitInput = { ...bounds, step, breakable }
  return `(${whenLoaded.toString()})().then(() => (${fitInPage.toString()})(${JSON.stringify(input)}))`
}

/** The expression that sets the type to one size, when the printed pages differ from the estimate. */
export function sizeExpression(type: number): string {
  return `document.documentElement.style.setProperty('--type', '${type}pt')`
}

/* The functions below run in the page; they use nothing from outside. */

/** Fonts are asked for by the first layout, so that comes before waiting for them. */
async function whenLoaded(): Promise<void> {
  document.body.getBoundingClientRect()
  await Promise.all([
    document.fonts.ready,
    ...[...document.images].map((image) => image.decode().catch(() => {})),
  ])
}

function fitInPage(input: FitInput): FitAnswer {
  const pointsPerPixel = 0.75
  const pageHeight = input.height / pointsPerPixel
  const root = document.documentElement
  const sectionsOf = () => [...document.querySelectorAll<HTMLElement>('main > section.section')]
  const setSize = (size: number) => root.style.setProperty('--type', `${size}pt`)

  const markLong = (share: number) => {
    for (const section of sectionsOf())
      section.classList.toggle('long', section.getBoundingClientRect().height > pageHeight * share)
  }
  /** Top and bottom of everything that is not broken, in order. */
  const pieces = (): { top: number; bottom: number }[] => {
    const found: { top: number; bottom: number }[] = []
    const add = (element: Element) => {
      const { top, bottom } = element.getBoundingClientRect()
      if (bottom > top) found.push({ top: top + window.scrollY, bottom: bottom + window.scrollY })
    }
    const walk = (element: Element) => {
      const open = element.matches(
        'main, .long, .long > .section-body, .long ul, .long ol, .long table, .long tbody, .long .actions, .long .ask-block',
      )
      if (open && element.children.length > 0) for (const child of element.children) walk(child)
      else add(element)
    }
    for (const child of document.body.children) walk(child)
    return found
  }
  /** Pages needed, and what hangs over the last page of the budget. */
  const paginate = (): { pages: number; over: number } => {
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
    return { pages, over: Math.max(0, end - lastStart - pageHeight) }
  }
  const measure = (size: number) => {
    setSize(size)
    return paginate()
  }

  setSize(input.least)
  let result = { pages: 0, over: 0 }
  for (const share of input.breakable) {
    markLong(share)
    result = paginate()
    if (result.pages <= input.maxPages) break
  }
  let best = input.least
  if (result.pages <= input.maxPages) {
    let low = 0
    let high = Math.round((input.most - input.least) / input.step)
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (measure(input.least + middle * input.step).pages <= result.pages) low = middle
      else high = middle - 1
    }
    best = input.least + low * input.step
  }
  setSize(best)
  const lineHeight = (best * 1.4) / pointsPerPixel
  const longest = sectionsOf()
    .map((section) => ({
      heading: section.querySelector('h2')?.textContent ?? '',
      lines: Math.round(section.getBoundingClientRect().height / lineHeight),
    }))
    .sort((a, b) => b.lines - a.lines)
    .slice(0, 3)
  const linesOver = result.pages > input.maxPages ? Math.max(1, Math.ceil(result.over / lineHeight)) : 0
  const broken = [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src)
  return { type: best, pages: result.pages, linesOver, longest, broken }
}
