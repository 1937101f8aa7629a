// The directives of the source format: which there are, in which form, with which attributes; and how to read one.
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import { placements } from './addition.js'

/** `container` is `:::name`, `leaf` is `::name`, `text` is `:name[words]`. */
export type DirectiveForm = 'container' | 'leaf' | 'text'

export interface DirectiveSpec {
  readonly forms: readonly DirectiveForm[]
  /** Own attributes, besides the conditions. */
  readonly attributes: readonly string[]
  /** Whether `[label]` may, must or must not be given. */
  readonly label: 'required' | 'optional' | 'none'
}

/** Attributes every container and `for` take; all given ones have to hold. */
export const conditionAttributes = ['level', 'from', 'until', 'organization', 'edition'] as const

/** Blocks that stand as sections of their own when they are at the top level of the body. */
export const sectionBlocks: ReadonlySet<string> = new Set(['actions', 'unknown', 'ask', 'get-help'])

const container = ['container'] as const

/** Level ids are directives too (`:::easy`, `:easy[…]`); they come from the configuration. */
export const directives: Readonly<Record<string, DirectiveSpec>> = {
  for: { forms: ['container', 'text'], attributes: [], label: 'optional' },
  'main-message': { forms: container, attributes: [], label: 'optional' },
  warning: { forms: container, attributes: [], label: 'optional' },
  note: { forms: container, attributes: [], label: 'optional' },
  'get-help': { forms: container, attributes: ['emergency'], label: 'optional' },
  actions: { forms: container, attributes: [], label: 'optional' },
  unknown: { forms: container, attributes: [], label: 'optional' },
  ask: { forms: container, attributes: [], label: 'optional' },
  checklist: { forms: container, attributes: [], label: 'optional' },
  write: { forms: ['container', 'leaf'], attributes: ['lines'], label: 'optional' },
  blank: { forms: ['leaf'], attributes: [], label: 'required' },
  'icon-array': { forms: ['leaf'], attributes: ['count', 'of', 'label'], label: 'none' },
  qr: { forms: ['leaf'], attributes: ['to'], label: 'optional' },
  ignore: { forms: ['leaf'], attributes: ['reason'], label: 'required' },
  term: { forms: ['text'], attributes: ['of'], label: 'required' },
  cite: { forms: ['text'], attributes: [], label: 'required' },
  lang: { forms: ['container', 'text'], attributes: ['tag'], label: 'optional' },
}

/** Directives of what an organization adds to a topic, at the top level of its file. */
export const placementDirectives: Readonly<Record<string, DirectiveSpec>> = Object.fromEntries(
  placements.map((name) => [name, { forms: container, attributes: [], label: 'required' }]),
)

/** The words in brackets of a directive. */
export function labelOf(node: ContainerDirective | LeafDirective | TextDirective): string {
  if (node.type !== 'containerDirective') return textOf(node)
  const first = node.children[0]
  return first?.type === 'paragraph' && first.data?.directiveLabel ? textOf(first) : ''
}

/** Ids that `:cite[a, b]` names. */
export function citeIds(node: TextDirective): string[] {
  return wordsOf(textOf(node))
}

/** Key under `terms` that `:term[…]` means: its `of`, or its words, in any case. */
export function termKey(node: TextDirective, terms: Readonly<Record<string, string>>): string | undefined {
  const asked = node.attributes?.of ?? textOf(node)
  if (Object.hasOwn(terms, asked)) return asked
  return Object.keys(terms).find((key) => key.toLowerCase() === asked.toLowerCase())
}

/** Words of an attribute, separated by spaces or commas. */
export function wordsOf(value: string | null | undefined): string[] {
  return (value ?? '').split(/[\s,]+/).filter((word) => word !== '')
}
