// A styled page -> the pairs of colours in it: words on what is behind them, frames and drawings on what is around them.
import { cascade, type Declared, type Styled } from './cascade.js'
import type { PageElement } from './page-tree.js'
import { type Paint, rgbOf, type Source } from './paint.js'
import type { Place, StyleRule } from './style-rules.js'
import { typeSize } from './type-size.js'

export type PairKind = 'text' | 'large' | 'graphic'

export interface Pair {
  readonly kind: PairKind
  readonly front: Paint
  readonly back: Paint
  /** What has these colours, e.g. `h2`, `.warning`. */
  readonly of: string
}

/** A colour that cannot be told from the styles. */
export interface Untold {
  readonly value: string
  readonly place: Place
}

export interface Palette {
  /** By custom property: the source and its share. */
  readonly [property: string]: { readonly source: Source; readonly share: number }
}

export interface PageColors {
  readonly pairs: readonly Pair[]
  readonly untold: readonly Untold[]
}

/** Frames, lines and boxes that say something; other borders are ornament. */
const framed = /(?:^| )(?:warning|note|get-help-box|line|blank-line)(?: |$)/
/** Text is large from 18 points, or 14 in bold (WCAG 2.2). */
const largeFrom = 18
const largeBoldFrom = 14
const boldFrom = 600

interface Inherited {
  readonly variables: ReadonlyMap<string, { readonly value: string; readonly place: Place }>
  readonly color: Paint | undefined
  readonly fill: Paint | undefined
  readonly stroke: Paint | undefined
  readonly back: Paint | undefined
  readonly size: number | undefined
  readonly weight: number
}

/** Every pair of colours on a page. */
export function pairsOf(
  root: PageElement,
  rules: readonly StyleRule[],
  palette: Palette,
  medium: 'print' | 'screen',
  type: number,
): PageColors {
  const reader = new Reader(palette, type, cascade(root, rules, medium))
  reader.read(root)
  return reader
}

class Reader {
  readonly pairs: Pair[] = []
  readonly untold: Untold[] = []
  readonly #styled: ReadonlyMap<PageElement, Styled>

  constructor(
    readonly palette: Palette,
    readonly type: number,
    styled: readonly Styled[],
  ) {
    this.#styled = new Map(styled.map((one) => [one.element, one]))
  }

  read(root: PageElement): void {
    const black = rgbOf('#000')
    const source = { id: 'black', rgb: black?.rgb ?? ([0, 0, 0] as const), place: nowhere, chosen: false }
    const ink: Paint = [{ source, share: 1, alpha: 1 }]
    this.#element(root, {
      variables: new Map(),
      color: ink,
      fill: ink,
      stroke: [],
      back: [],
      size: this.type,
      weight: 400,
    })
  }

  #element(element: PageElement, around: Inherited): void {
    const styled = this.#styled.get(element)
    if (!styled || element.name === 'head' || styled.own.get('display')?.value === 'none') return
    const own = this.#compute(styled.own, around)
    const name = nameOf(element)
    this.#drawing(element, own, name)
    this.#frame(element, styled.own, own, around, name)
    const hasWords = element.children.some((child) => typeof child === 'string' && child.trim() !== '')
    if (hasWords && !isDrawing(element)) this.#text(own, name)
    for (const [pseudo, declared] of styled.pseudos) this.#pseudo(pseudo, declared, own, element, name)
    for (const child of element.children) if (typeof child !== 'string') this.#element(child, own)
  }

  #compute(own: Declared, around: Inherited): Inherited {
    const variables = new Map(around.variables)
    for (const [property, { value, place }] of own)
      if (property.startsWith('--')) variables.set(property, { value, place })
    const scope = { ...around, variables }
    const color = this.#paint(own.get('color'), scope, around.color)
    const withColor = { ...scope, color }
    const fill = this.#paint(own.get('fill'), withColor, around.fill)
    const stroke = this.#paint(own.get('stroke'), withColor, around.stroke)
    return {
      variables,
      color,
      fill,
      stroke,
      back: this.#background(own, withColor, around.back),
      size: this.#size(own, scope, around.size),
      weight: weightOf(own.get('font-weight')?.value, around.weight),
    }
  }

  #background(own: Declared, scope: Inherited, around: Paint | undefined): Paint | undefined {
    const picture = own.get('background-image')
    if (picture && picture.value !== 'none') {
      // A picture would have to be fetched, which is a fault of its own.
      if (/gradient\(/i.test(picture.value)) this.untold.push(picture)
      return undefined
    }
    const coat = this.#paint(own.get('background-color'), scope, [])
    return coat === undefined || around === undefined ? undefined : [...around, ...coat]
  }

  /** The paint of a declaration; an empty one where nothing is painted, undefined where it cannot be told. */
  #paint(
    declared: { readonly value: string; readonly place: Place } | undefined,
    scope: Inherited,
    inherited: Paint | undefined,
  ): Paint | undefined {
    if (!declared) return inherited
    const value = declared.value.trim()
    const word = value.toLowerCase()
    if (word === 'inherit' || word === 'unset') return inherited
    if (word === 'currentcolor') return scope.color
    if (word === 'none' || word === 'transparent') return []
    const variable = /^var\(\s*(--[\w-]+)\s*(?:,\s*(.*))?\)$/s.exec(value)
    if (variable) {
      const [, name = '', otherwise] = variable
      const inner = scope.variables.get(name)
      if (inner) return this.#paint(inner, { ...scope, variables: without(scope.variables, name) }, inherited)
      const given = this.palette[name]
      if (given) return [{ source: given.source, share: given.share, alpha: 1 }]
      if (otherwise !== undefined) return this.#paint({ ...declared, value: otherwise }, scope, inherited)
    }
    const literal = rgbOf(value)
    if (!literal) {
      this.untold.push(declared)
      return undefined
    }
    if (literal.alpha === 0) return []
    const { file, line, column } = declared.place
    const chosen = /(?:^|\/)organizations\//.test(file)
    const source = { id: `${file}:${line}:${column}`, rgb: literal.rgb, place: declared.place, chosen }
    return [{ source, share: 1, alpha: literal.alpha }]
  }

  #size(own: Declared, scope: Inherited, parent: number | undefined): number | undefined {
    const declared = own.get('font-size')
    if (!declared) return parent
    const variable = (name: string) =>
      name === '--type' ? `${this.type}pt` : scope.variables.get(name)?.value
    return typeSize(declared.value, { parent: parent ?? this.type, root: this.type, variable })
  }

  #text({ color, back, size, weight }: Inherited, of: string): void {
    const isLarge = size !== undefined && size >= (weight >= boldFrom ? largeBoldFrom : largeFrom)
    this.#pair(isLarge ? 'large' : 'text', color, back, of)
  }

  #drawing(element: PageElement, { color, fill, stroke, back }: Inherited, of: string): void {
    if (element.name === 'svg') this.#pair('graphic', color, back, of)
    const classes = element.attributes.get('class') ?? ''
    if (!/(?:^| )(?:counted|other)(?: |$)/.test(classes)) return
    this.#pair('graphic', fill, back, `.${classes}`)
    this.#pair('graphic', stroke, back, `.${classes}`)
  }

  /** A frame is seen against what is around it. */
  #frame(element: PageElement, declared: Declared, own: Inherited, around: Inherited, of: string): void {
    if (framed.test(element.attributes.get('class') ?? '')) this.#borders(declared, own, around.back, of)
  }

  #borders(declared: Declared, own: Inherited, back: Paint | undefined, of: string): void {
    for (const side of ['top', 'right', 'bottom', 'left']) {
      const style = declared.get(`border-${side}-style`)?.value ?? 'none'
      const width = declared.get(`border-${side}-width`)?.value ?? '0'
      if (/^(?:none|hidden)$/.test(style) || /^0(?:[a-z]|$)/.test(width)) continue
      this.#pair('graphic', this.#paint(declared.get(`border-${side}-color`), own, own.color), back, of)
    }
  }

  #pseudo(pseudo: string, declared: Declared, parent: Inherited, element: PageElement, of: string): void {
    const own = this.#compute(declared, parent)
    const name = `${of}::${pseudo}`
    if (pseudo === 'marker' || pseudo.startsWith('first-')) {
      if (pseudo !== 'marker' || element.name === 'li') this.#text(own, name)
      return
    }
    const content = declared.get('content')?.value
    if (content === undefined || content === 'none') return
    if (!/^["']\s*["']$/.test(content)) this.#text(own, name)
    if (element.parent?.attributes.get('class')?.split(' ').includes('checklist'))
      this.#borders(declared, own, parent.back, name)
  }

  #pair(kind: PairKind, front: Paint | undefined, back: Paint | undefined, of: string): void {
    if (front && back && front.length > 0) this.pairs.push({ kind, front: [...back, ...front], back, of })
  }
}

const nowhere: Place = { file: '', line: 0, column: 0 }

/** Words inside a drawing are its description. */
function isDrawing({ name }: PageElement): boolean {
  return ['svg', 'title', 'desc', 'style', 'script'].includes(name)
}

function nameOf({ name, attributes }: PageElement): string {
  const [first] = (attributes.get('class') ?? '').split(' ').filter((word) => word !== '')
  return first ? `.${first}` : name
}

function weightOf(value: string | undefined, parent: number): number {
  if (value === undefined) return parent
  if (value === 'bold' || value === 'bolder') return 700
  return /^\d+$/.test(value) ? Number(value) : 400
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  return new Map([...map].filter(([one]) => one !== key))
}
