// Rules and a page -> for every element and pseudo-element the declaration that wins, longhand by longhand.
import { compile, type Options } from 'css-select'
import { isTraversal, parse, SelectorType } from 'css-what'
import { longhands } from './longhands.js'
import { elementsOf, type PageElement } from './page-tree.js'
import type { Place, StyleRule } from './style-rules.js'

export interface Winner {
  readonly value: string
  readonly place: Place
}

/** Winning declarations by property. */
export type Declared = ReadonlyMap<string, Winner>

export interface Styled {
  readonly element: PageElement
  readonly own: Declared
  /** By name of the pseudo-element. */
  readonly pseudos: ReadonlyMap<string, Declared>
}

type Entry = Winner & { readonly important: boolean; readonly specificity: number }

/** Attributes of SVG that are styles of the least weight. */
const presentation = ['color', 'fill', 'stroke', 'font-size', 'font-weight']

/**
 * Decides the cascade for what is printed (`print`) or shown (`screen`).
 *
 * @param rules in their order, of all sheets
 */
export function cascade(
  root: PageElement,
  rules: readonly StyleRule[],
  medium: 'print' | 'screen',
): Styled[] {
  const found = new Map<PageElement, Map<string, Map<string, Entry>>>()
  const enter = (element: PageElement, pseudo: string, property: string, entry: Entry) => {
    const pseudos = found.get(element) ?? new Map<string, Map<string, Entry>>()
    found.set(element, pseudos)
    const declared = pseudos.get(pseudo) ?? new Map<string, Entry>()
    pseudos.set(pseudo, declared)
    const before = declared.get(property)
    if (before && !wins(entry, before)) return
    declared.set(property, entry)
  }
  const elements = elementsOf(root)
  const index = indexOf(elements)
  for (const element of elements)
    for (const property of presentation) {
      const value = element.attributes.get(property)
      const place = { file: '', line: 0, column: 0 }
      if (value !== undefined)
        enter(element, '', property, { value, place, important: false, specificity: -1 })
    }
  for (const rule of rules) {
    if (!rule.media.every((condition) => holds(condition, medium))) continue
    const parts = rule.declarations.flatMap((declaration) =>
      longhands(declaration.property, declaration.value).map(([property, value]) => {
        const { important, place } = declaration
        return { property, entry: { value, place, important, specificity: rule.specificity } }
      }),
    )
    if (parts.length === 0) continue
    for (const element of matching(rule.selector, index))
      for (const { property, entry } of parts) enter(element, rule.pseudo, property, entry)
  }
  return elements.map((element) => {
    const pseudos = new Map<string, Declared>(found.get(element) ?? [])
    const own = pseudos.get('') ?? new Map<string, Winner>()
    pseudos.delete('')
    return { element, own, pseudos }
  })
}

function wins(entry: Entry, before: Entry): boolean {
  if (entry.important !== before.important) return entry.important
  return entry.specificity >= before.specificity
}

/** Widths hold: what is narrow or wide has the same colours. */
function holds(condition: string, medium: 'print' | 'screen'): boolean {
  const other = medium === 'print' ? 'screen' : 'print'
  const only = condition.split(',')
  return only.some((one) => {
    const negated = /^\s*not\s/.test(one)
    const names = new RegExp(`\\b${other}\\b`).test(one)
    const own = new RegExp(`\\b${medium}\\b`).test(one)
    return negated ? !own : !names
  })
}

const options: Options<PageElement | string, PageElement> = {
  adapter: {
    isTag: (node): node is PageElement => typeof node !== 'string',
    getAttributeValue: (element, name) => element.attributes.get(name),
    getChildren: (node) => (typeof node === 'string' ? [] : [...node.children]),
    getName: (element) => element.name.toLowerCase(),
    getParent: (element) => element.parent ?? null,
    getSiblings: (node) => (typeof node === 'string' ? [node] : [...(node.parent?.children ?? [node])]),
    getText: (node) => (typeof node === 'string' ? node : ''),
    hasAttrib: (element, name) => element.attributes.has(name),
    removeSubsets: (nodes) => nodes,
  },
}

interface Index {
  readonly all: readonly PageElement[]
  /** By `.class` and by tag. */
  readonly by: ReadonlyMap<string, readonly PageElement[]>
}

function indexOf(all: readonly PageElement[]): Index {
  const by = new Map<string, PageElement[]>()
  for (const element of all) {
    const classes = (element.attributes.get('class') ?? '').split(' ').filter((word) => word !== '')
    for (const key of [element.name, ...new Set(classes.map((word) => `.${word}`))]) {
      const own = by.get(key)
      if (own) own.push(element)
      else by.set(key, [element])
    }
  }
  return { all, by }
}

interface Query {
  /** Class or tag that every match has; undefined when it may be any element. */
  readonly key: string | undefined
  readonly fits: (element: PageElement) => boolean
}

const queries = new Map<string, readonly Query[]>()

function matching(selector: string, { all, by }: Index): PageElement[] {
  const own = queries.get(selector) ?? queriesOf(selector)
  queries.set(selector, own)
  return own.flatMap(({ key, fits }) => (key === undefined ? all : (by.get(key) ?? [])).filter(fits))
}

/** States such as `:hover` are none of paper; a selector that cannot be understood fits nothing. */
function queriesOf(selector: string): Query[] {
  try {
    return parse(selector).map((tokens) => {
      const fits = compile<PageElement | string, PageElement>([tokens], options)
      const last = tokens.slice(tokens.findLastIndex(isTraversal) + 1)
      const key = last.flatMap((token) => {
        if (token.type === SelectorType.Tag) return [token.name.toLowerCase()]
        const isClass =
          token.type === SelectorType.Attribute && token.name === 'class' && token.action === 'element'
        return isClass ? [`.${token.value}`] : []
      })
      return { key: key.at(-1), fits }
    })
  } catch {
    return []
  }
}
