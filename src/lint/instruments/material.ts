// A variant and what the rules found in it -> the facts that decisions look at: sections, lists, tables, pictures, numbers.
import type { Image, List, Nodes, Parents, Root, RootContent, Table } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { VFileMessage } from 'vfile-message'
import { sectionBlocks } from '../../model/directive.js'
import { baseLanguage } from '../analyze.js'
import { type ProseBlock, proseOf } from '../prose.js'
import type { VariantText } from '../rule.js'
import { type Numeral, numeralsIn } from './numerals.js'

/** A heading or a block that stands as one, and the words up to the next. */
interface Section {
  /** Empty for what stands before the first heading. */
  readonly heading: string
  readonly words: number
}

/** A drawing that says something: a picture or a pictograph. */
interface Visual {
  readonly kind: 'picture' | 'pictograph'
  /** Empty when there is none. */
  readonly caption: string
}

export interface Material {
  readonly text: VariantText
  /** Base language: many decisions know only English words. */
  readonly language: string
  readonly sections: readonly Section[]
  readonly lists: readonly List[]
  readonly tables: readonly Table[]
  readonly visuals: readonly Visual[]
  readonly numerals: readonly Numeral[]
  /** Containers of a kind, such as `actions`, in printing order. */
  readonly containers: (name: string) => readonly ContainerDirective[]
  /** Leaves of a kind, such as `blank`. */
  readonly leaves: (name: string) => readonly LeafDirective[]
  /** Prose inside containers of a kind; the main message too. */
  readonly proseIn: (name: string) => readonly ProseBlock[]
  /** Terms and their meanings, as given at first use. */
  readonly explained: ReadonlyMap<string, string>
  /** What some rules found in this variant. */
  readonly hits: (...rules: string[]) => readonly VFileMessage[]
  /** At most two paragraphs or lists: the makers of PEMAT leave some items out for such a text. */
  readonly isVeryShort: boolean
}

/** PEMAT calls a text of at most so many paragraphs, on one page, very short. */
const veryShortParagraphs = 2

/** Looks at a variant once, for all decisions. */
export function materialOf(text: VariantText, messages: readonly VFileMessage[]): Material {
  const containers = new Map<string, ContainerDirective[]>()
  const leaves = new Map<string, LeafDirective[]>()
  const lists: List[] = []
  const tables: Table[] = []
  const visuals: Visual[] = []
  const explained = new Map<string, string>()
  for (const tree of text.trees)
    visit(tree, (node: Nodes) => {
      if (node.type === 'containerDirective') put(containers, node.name, node)
      else if (node.type === 'leafDirective') put(leaves, node.name, node)
      else if (node.type === 'list') lists.push(node)
      else if (node.type === 'table') tables.push(node)
      if (node.type === 'textDirective' && node.data?.meaning) explained.set(textOf(node), node.data.meaning)
      const visual = visualOf(node)
      if (visual) visuals.push(visual)
    })
  const { body, messages: always } = text.print.selected
  const said = [...always, ...messages]
  return {
    text,
    language: baseLanguage(text.topic.language),
    sections: sectionsOf(body, text),
    lists,
    tables,
    visuals,
    numerals: text.blocks.flatMap((block) => numeralsIn(block.plain)),
    containers: (name) => containers.get(name) ?? [],
    leaves: (name) => leaves.get(name) ?? [],
    proseIn: (name) => text.blocks.filter(({ inside }) => inside.includes(name)),
    explained,
    hits: (...rules) => said.filter(({ ruleId }) => ruleId !== undefined && rules.includes(ruleId)),
    isVeryShort: paragraphsIn(body) <= veryShortParagraphs,
  }
}

function put<Value>(all: Map<string, Value[]>, key: string, value: Value): void {
  const known = all.get(key)
  if (known) known.push(value)
  else all.set(key, [value])
}

function visualOf(node: Nodes): Visual | undefined {
  if (node.type === 'image')
    return isDecorative(node) ? undefined : { kind: 'picture', caption: node.title?.trim() ?? '' }
  if (node.type === 'leafDirective' && node.name === 'icon-array')
    return { kind: 'pictograph', caption: node.attributes?.label?.trim() ?? '' }
  return undefined
}

function isDecorative(image: Image): boolean {
  return image.data?.decorative === true
}

function sectionsOf(body: Root, text: VariantText): Section[] {
  const sections: { heading: string; nodes: RootContent[] }[] = []
  for (const node of body.children) {
    const own = ownHeading(node)
    if (own !== undefined) sections.push({ heading: own, nodes: node.type === 'heading' ? [] : [node] })
    else if (sections.length > 0 && !afterOwnSection(sections.at(-1)?.nodes))
      sections.at(-1)?.nodes.push(node)
    else sections.push({ heading: '', nodes: [node] })
  }
  return sections
    .map(({ heading, nodes }) => ({ heading, words: wordsIn(nodes, text) }))
    .filter(({ heading, words }) => heading !== '' || words > 0)
}

/** The heading a node starts a section with; blocks that are sections have one even where none is written. */
function ownHeading(node: RootContent): string | undefined {
  if (node.type === 'heading') return textOf(node)
  if (node.type !== 'containerDirective' || !sectionBlocks.has(node.name)) return undefined
  const label = node.children.find((child) => child.type === 'paragraph' && child.data?.directiveLabel)
  return label ? textOf(label) : node.name
}

/** Whether the open section is a block of its own, which nothing behind it belongs to. */
function afterOwnSection(nodes: readonly RootContent[] | undefined): boolean {
  const first = nodes?.[0]
  return first?.type === 'containerDirective' && sectionBlocks.has(first.name)
}

function wordsIn(nodes: readonly Nodes[], text: VariantText): number {
  return proseOf(nodes)
    .filter(({ kind }) => kind !== 'label')
    .reduce((sum, block) => sum + text.analyze(block).counts.words, 0)
}

/** Paragraphs, each list counted as one. */
function paragraphsIn(parent: Parents): number {
  return parent.children.reduce((sum: number, node) => {
    if (node.type === 'list' || node.type === 'table') return sum + 1
    if (node.type === 'paragraph') return sum + (node.data?.directiveLabel ? 0 : 1)
    return (
      sum + ('children' in node && (node as Nodes).type !== 'heading' ? paragraphsIn(node as Parents) : 0)
    )
  }, 0)
}
