// A style sheet of an organization -> faults: what is no CSS, what would be fetched, fonts and weights that are not there.
import { type CssNode, lexer, parse, walk } from 'css-tree'
import type { AtRule, Declaration, Root } from 'postcss'
import type { VFileMessage } from 'vfile-message'
import { fault } from '../../model/message.js'
import { nearest } from '../../model/suggest.js'

/** Families and weights there are. */
export interface Faces {
  readonly families: ReadonlySet<string>
  readonly weights: readonly number[]
}

const generic = new Set(
  'sans-serif serif monospace system-ui ui-sans-serif ui-serif inherit initial unset revert'.split(' '),
)

/** Every property of CSS; the types of css-tree leave the list out. */
const properties = new Set(
  Object.keys((lexer as unknown as { readonly properties: Readonly<Record<string, unknown>> }).properties),
)

/** Every fault of a sheet, in its order. */
export function lintStyle(sheet: Root, file: string, faces: Faces): VFileMessage[] {
  const messages: VFileMessage[] = []
  const report: Report = (rule, reason, hint, place, severity = 'error') =>
    messages.push(fault({ rule, reason, hint, place, file, severity }))
  sheet.walk((node) => {
    if (node.type === 'atrule') checkAtRule(node, report)
    else if (node.type === 'decl' && !isRefused(node)) checkDeclaration(node, faces, report)
  })
  return messages
}

/** What stands in a rule that is refused as a whole needs no more words. */
function isRefused({ parent }: Declaration): boolean {
  return parent?.type === 'atrule' && /^(?:font-face|page)$/i.test((parent as AtRule).name)
}

interface Point {
  readonly line: number
  readonly column: number
}

type Report = (
  rule: string,
  reason: string,
  hint: string,
  place: Point,
  severity?: 'error' | 'warning',
) => void

const nothingFetched =
  'Nothing is fetched while printing. Fonts are named in organization.yaml, and a picture is a logo there or an <img> of a template.'

function checkAtRule(node: AtRule, report: Report): void {
  const place = startOf(node)
  const name = node.name.toLowerCase()
  if (name === 'import' || name === 'namespace')
    report('style-network', `The style asks for ${node.params}.`, nothingFetched, place)
  if (name === 'font-face')
    report('style-network', 'The style brings a font of its own.', nothingFetched, place)
  if (name === 'page')
    report(
      'style-page',
      'Size, margins and footer of a page are computed, so `@page` is not used.',
      'Take it out; `paper` in organization.yaml chooses the size.',
      place,
    )
}

function checkDeclaration(node: Declaration, faces: Faces, report: Report): void {
  const property = node.prop.toLowerCase()
  if (!property.startsWith('-') && !properties.has(property)) {
    const near = nearest(property, properties)
    report(
      'style-property-unknown',
      `There is no property \`${node.prop}\`.`,
      near ? `Did you mean \`${near}\`?` : 'Check how it is written.',
      startOf(node),
      'warning',
    )
  }
  const tree = treeOf(node)
  if (!tree) return
  walk(tree, (part) => {
    const address = addressIn(part)
    if (address !== undefined && !address.startsWith('#'))
      report('style-network', `The style asks for \`${address}\`.`, nothingFetched, placeIn(node, part))
  })
  if (property === 'font-family') checkFamilies(tree, node, faces, report)
  if (property === 'font-weight') checkWeight(tree, node, faces, report)
  if (property === 'font-style') checkStyle(tree, node, report)
  if (property === 'font') checkShorthand(tree, node, faces, report)
}

/** Whatever leads to another file: `url()`, and functions that take addresses as text. */
function addressIn(part: CssNode): string | undefined {
  if (part.type === 'Url') return part.value
  if (part.type !== 'Function' || !/^(?:-webkit-)?(?:image-set|image|src|cross-fade)$/i.test(part.name))
    return undefined
  const text = part.children.toArray().find((child) => child.type === 'String')
  return text?.type === 'String' ? text.value : undefined
}

function checkFamilies(tree: CssNode, node: Declaration, { families }: Faces, report: Report): void {
  for (const { name, part } of familiesIn(tree)) {
    if (generic.has(name.toLowerCase()) || families.has(name)) continue
    report(
      'font-unknown',
      `There is no font \`${name}\`.`,
      `Known: ${[...families].map((one) => `\`${one}\``).join(', ')}; or use \`var(--body-font)\`.`,
      placeIn(node, part),
    )
  }
}

function checkWeight(tree: CssNode, node: Declaration, { weights }: Faces, report: Report): void {
  const [part] = childrenOf(tree)
  const weight = part && weightOf(part)
  if (!part || weight === undefined || weights.includes(weight)) return
  report(
    'font-weight-missing',
    `The font has no weight ${weight}.`,
    `Use ${weights.join(' or ')}.`,
    placeIn(node, part),
    'warning',
  )
}

function checkStyle(tree: CssNode, node: Declaration, report: Report): void {
  const [part] = childrenOf(tree)
  if (part?.type === 'Identifier' && /^(?:italic|oblique)$/i.test(part.name))
    report(
      'font-style-missing',
      'The font has no italics; they would be slanted letters.',
      'Use bold for the few words that must be seen.',
      placeIn(node, part),
      'warning',
    )
}

function checkShorthand(tree: CssNode, node: Declaration, faces: Faces, report: Report): void {
  const parts = childrenOf(tree)
  const size = parts.findIndex(
    ({ type }) => type === 'Dimension' || type === 'Percentage' || type === 'Function',
  )
  for (const part of parts.slice(0, Math.max(0, size))) {
    const weight = weightOf(part)
    if (weight !== undefined && !faces.weights.includes(weight))
      report(
        'font-weight-missing',
        `The font has no weight ${weight}.`,
        `Use ${faces.weights.join(' or ')}.`,
        placeIn(node, part),
        'warning',
      )
  }
}

function weightOf(part: CssNode): number | undefined {
  if (part.type === 'Number') return Number(part.value)
  return part.type === 'Identifier' && part.name.toLowerCase() === 'bold' ? 700 : undefined
}

/** Names of families: quoted ones, and words that stand together without quotes. */
function familiesIn(tree: CssNode): { name: string; part: CssNode }[] {
  const found: { name: string; part: CssNode }[] = []
  let words: { name: string; part: CssNode } | undefined
  for (const part of childrenOf(tree)) {
    if (part.type === 'Identifier') {
      words = words ? { ...words, name: `${words.name} ${part.name}` } : { name: part.name, part }
      continue
    }
    if (words) found.push(words)
    words = undefined
    if (part.type === 'String') found.push({ name: part.value, part })
  }
  return words ? [...found, words] : found
}

function childrenOf(tree: CssNode): CssNode[] {
  return tree.type === 'Value' ? tree.children.toArray() : []
}

function treeOf(node: Declaration): CssNode | undefined {
  try {
    return parse(node.value, { context: 'value', positions: true })
  } catch {
    return undefined
  }
}

function startOf(node: AtRule | Declaration): Point {
  const { line = 1, column = 1 } = node.source?.start ?? {}
  return { line, column }
}

/** Where a part of a value stands: the value starts behind the name and what is between. */
function placeIn(node: Declaration, part: CssNode): Point {
  const start = startOf(node)
  const before =
    `${node.prop}${node.raws.between ?? ': '}${node.value.slice(0, part.loc?.start.offset ?? 0)}`.split(
      /\r\n|\r|\n/,
    )
  const last = before.at(-1) ?? ''
  return before.length === 1
    ? { line: start.line, column: start.column + last.length }
    : { line: start.line + before.length - 1, column: last.length + 1 }
}
