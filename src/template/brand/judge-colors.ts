// Pages of an organization with its styles and colours -> faults where colours are too near to one another, and a colour that passes.
import { formatHex } from 'culori'
import type { VFileMessage } from 'vfile-message'
import { fault, type Severity } from '../../model/message.js'
import type { Organization } from '../../model/organization.js'
import { palette } from '../color.js'
import type { OrganizationReading } from '../organizations.js'
import { contrast, leastContrast, nearestPassing, printedGrey } from './contrast.js'
import { pageTree } from './page-tree.js'
import { type Rgb, rgbOf, type Source, seen } from './paint.js'
import { type Pair, type Palette, pairsOf, type Untold } from './pairs.js'
import type { StyleRule } from './style-rules.js'

export interface BrandPage {
  readonly html: string
  /** Smallest size of its running text, in points. */
  readonly type: number
}

export interface ColorsInput {
  /** Pages that show everything there is, one for each edition. */
  readonly pages: readonly BrandPage[]
  readonly rules: readonly StyleRule[]
  readonly organization: Pick<Organization, 'colors' | 'path'>
  /** Where a key of the organization stands. */
  readonly placeOf: OrganizationReading['placeOf']
}

/** One message for each colour that fails, at the place where it was chosen. */
export function judgeColors(input: ColorsInput): VFileMessage[] {
  const placed = paletteWithPlaces(input)
  const pairs: Pair[] = []
  const untold: Untold[] = []
  for (const [index, { html, type }] of input.pages.entries()) {
    const tree = pageTree(html)
    // On a screen every edition has the colours of the first.
    for (const medium of index === 0 ? (['print', 'screen'] as const) : (['print'] as const)) {
      const found = pairsOf(tree, input.rules, placed, medium, type)
      pairs.push(...found.pairs)
      untold.push(...found.untold)
    }
  }
  const distinct = distinctPairs(pairs)
  const failing = distinct.filter((pair) => !passes(pair))
  const failingInGrey = distinct.filter((pair) => passes(pair) && !passes(pair, undefined, printedGrey))
  const inColor = told(failing, distinct, 'error')
  const ids = new Set(failing.map((pair) => responsible(pair).id))
  const inGrey = failingInGrey.filter((pair) => !ids.has(responsible(pair).id))
  return [...inColor, ...told(inGrey, distinct, 'warning'), ...distinctUntold(untold).map(cannotTell)]
}

function paletteWithPlaces({ organization, placeOf }: ColorsInput): Palette {
  const sources = new Map(
    (['primary', 'accent', 'text'] as const).map((key): [string, Source] => {
      const { file, place, written } = placeOf(['colors', key])
      const rgb = rgbOf(organization.colors[key])?.rgb ?? [0, 0, 0]
      return [key, { id: `${keyPrefix}${key}`, rgb, place: { file, ...place }, chosen: written }]
    }),
  )
  return Object.fromEntries(
    palette.flatMap(({ property, from, share }) => {
      const source = sources.get(from)
      return source ? [[property, { source, share }]] : []
    }),
  )
}

interface Group extends Pair {
  readonly uses: readonly string[]
}

/** The same colours for the same purpose are one pair, whatever has them. */
function distinctPairs(pairs: readonly Pair[]): Group[] {
  const groups = new Map<string, Group & { uses: string[] }>()
  const nameOf = (paint: Pair['front']) =>
    paint.map(({ source, share, alpha }) => `${source.id}*${share}*${alpha}`).join('+')
  for (const pair of pairs) {
    const key = `${leastContrast[pair.kind]}|${nameOf(pair.front)}|${nameOf(pair.back)}`
    const group = groups.get(key) ?? { ...pair, uses: [] }
    if (!group.uses.includes(pair.of)) group.uses.push(pair.of)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function ratio({ front, back }: Pair, instead?: ReadonlyMap<string, Rgb>, as = (rgb: Rgb) => rgb): number {
  return contrast(as(seen(front, instead)), as(seen(back, instead)))
}

function passes(pair: Pair, instead?: ReadonlyMap<string, Rgb>, as?: (rgb: Rgb) => Rgb): boolean {
  return ratio(pair, instead, as) >= leastContrast[pair.kind]
}

/**
 * The colour to change: a background that the organization chose, when the words on it are fine on paper; else the front
 * one, else the back one, whichever it chose; and the front one where it chose neither.
 */
function responsible({ kind, front, back }: Pair): Source {
  const [top, below] = [front.at(-1)?.source, back.at(-1)?.source]
  if (!top) throw new Error('A pair has no colour')
  if (!below?.chosen) return top
  const isLiteral = !below.id.startsWith(keyPrefix)
  const onPaper = contrast(seen(front.slice(back.length)), white)
  if (isLiteral && onPaper >= leastContrast[kind]) return below
  return top.chosen ? top : below
}

const white: Rgb = [1, 1, 1]
const keyPrefix = 'colors.'

function told(failing: readonly Group[], all: readonly Group[], severity: Severity): VFileMessage[] {
  const worst = new Map<string, Group>()
  const as = severity === 'error' ? undefined : printedGrey
  const shortfall = (pair: Group) => leastContrast[pair.kind] / ratio(pair, undefined, as)
  for (const pair of failing) {
    const { id } = responsible(pair)
    const before = worst.get(id)
    if (!before || shortfall(pair) > shortfall(before)) worst.set(id, pair)
  }
  return [...worst.values()].map((pair) => {
    const source = responsible(pair)
    const other = hexOf(seen(source === pair.front.at(-1)?.source ? pair.back : pair.front))
    const { file, line, column } = source.place
    const name = source.id.startsWith(keyPrefix)
      ? `\`${source.id}\` (${hexOf(source.rgb)})`
      : hexOf(source.rgb)
    return fault({
      rule: severity === 'error' ? 'brand-contrast' : 'brand-contrast-grey',
      severity,
      reason:
        `${name} beside ${other} has a contrast of ${rounded(ratio(pair, undefined, as))}` +
        `${severity === 'error' ? '' : ' when printed without colour'}; ${needs[pair.kind]} (${list(pair.uses)}).`,
      hint: suggestion(source, all),
      place: { line, column },
      file,
    })
  })
}

const needs = {
  text: `text needs ${leastContrast.text}`,
  large: `large text needs ${leastContrast.large}`,
  graphic: `frames and drawings need ${leastContrast.graphic}`,
} as const

/** The nearest colour that passes everywhere it is used, in colour and in grey. */
function suggestion(source: Source, all: readonly Group[]): string {
  const concerned = all.filter(({ front, back }) =>
    [...front, ...back].some((coat) => coat.source.id === source.id),
  )
  const nearest = (pairs: readonly Group[]) =>
    nearestPassing(source.rgb, (candidate) => {
      const instead = new Map([[source.id, candidate]])
      return pairs.every((pair) => passes(pair, instead) && passes(pair, instead, printedGrey))
    })
  const hex = nearest(concerned)
  if (hex) return `The nearest colour that passes is \`${hex}\`.`
  // Where another colour stands in the way, it is told by itself.
  const own = concerned.filter((pair) => responsible(pair).id === source.id)
  const later = own.length < concerned.length ? nearest(own) : undefined
  return later
    ? `The nearest colour that passes, once the others are mended, is \`${later}\`.`
    : 'No lighter or darker one passes: change the other colour.'
}

/** Each place once, though many elements have it. */
function distinctUntold(untold: readonly Untold[]): Untold[] {
  return [
    ...new Map(
      untold.map((one) => [`${one.place.file}:${one.place.line}:${one.place.column}`, one]),
    ).values(),
  ]
}

function cannotTell({ value, place }: Untold): VFileMessage {
  const { file, line, column } = place
  return fault({
    rule: 'brand-contrast-unknown',
    severity: 'warning',
    reason: `Whether words can be read over \`${value}\` cannot be reckoned.`,
    hint: 'Use a plain colour, or look at `handout gallery` yourself.',
    place: { line, column },
    file,
  })
}

function hexOf([r, g, b]: Rgb): string {
  return formatHex({ mode: 'rgb', r, g, b })
}

/** Rounded down: 4.49 is not 4.5. */
function rounded(value: number): string {
  return (Math.floor(value * 100) / 100).toFixed(2)
}

/** Names shown in a message. */
const mostNames = 4

function list(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join(', ')
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown
}
