// Style sheets -> flat rules: nested ones written out, each declaration with its place.
import type { AtRule, ChildNode, Container, Declaration, Root, Rule } from 'postcss'
import { specificityOf } from './specificity.js'

export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface StyleDeclaration {
  readonly property: string
  readonly value: string
  readonly important: boolean
  readonly place: Place
}

export interface StyleRule {
  /** One selector without pseudo-element. */
  readonly selector: string
  /** `before`, `after`, `marker`; empty for the element itself. */
  readonly pseudo: string
  readonly specificity: number
  /** Conditions of the `@media` around it; all have to hold. */
  readonly media: readonly string[]
  readonly declarations: readonly StyleDeclaration[]
}

/** The rules of a sheet in its order. `@page`, `@font-face` and `@keyframes` style no element. */
export function rulesOf(sheet: Root, file: string): StyleRule[] {
  const rules: StyleRule[] = []
  walk(sheet, [], [], file, rules)
  return rules
}

const notElements = new Set([
  'page',
  'font-face',
  'keyframes',
  'property',
  'counter-style',
  'font-feature-values',
])

function walk(
  container: Container<ChildNode>,
  parents: readonly string[],
  media: readonly string[],
  file: string,
  rules: StyleRule[],
): void {
  const nodes = container.nodes ?? []
  addRules(
    nodes.filter((node) => node.type === 'decl'),
    parents,
    media,
    file,
    rules,
  )
  for (const node of nodes) {
    if (node.type === 'rule') walk(node, selectorsOf(node, parents), media, file, rules)
    else if (node.type === 'atrule' && node.nodes && !notElements.has(node.name.toLowerCase()))
      walk(node, parents, mediaOf(node, media), file, rules)
  }
}

function addRules(
  own: readonly Declaration[],
  parents: readonly string[],
  media: readonly string[],
  file: string,
  rules: StyleRule[],
): void {
  if (own.length === 0) return
  const declarations = own.map(
    (node): StyleDeclaration => ({
      property: node.prop.startsWith('--') ? node.prop : node.prop.toLowerCase(),
      value: node.value,
      important: node.important === true,
      place: placeOf(node, file),
    }),
  )
  for (const whole of parents) {
    const pseudo = /::?(before|after|marker|first-line|first-letter)\s*$/.exec(whole)
    const selector = (pseudo ? whole.slice(0, pseudo.index) : whole).trim() || '*'
    const specificity = specificityOf(selector)
    if (specificity === undefined) continue
    const count = pseudo ? specificity + 1 : specificity
    rules.push({ selector, pseudo: pseudo?.[1] ?? '', specificity: count, media, declarations })
  }
}

/** Where a node starts. */
export function placeOf(node: Pick<ChildNode, 'source'>, file: string): Place {
  const { line = 1, column = 1 } = node.source?.start ?? {}
  return { file, line, column }
}

function selectorsOf(rule: Rule, parents: readonly string[]): string[] {
  if (parents.length === 0) return rule.selectors
  const around = `:is(${parents.join(', ')})`
  return rule.selectors.map((selector) =>
    selector.includes('&') ? selector.replaceAll('&', around) : `${around} ${selector}`,
  )
}

function mediaOf(node: AtRule, media: readonly string[]): readonly string[] {
  return node.name.toLowerCase() === 'media' ? [...media, node.params.toLowerCase()] : media
}
