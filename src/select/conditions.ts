// Body of a topic + variant -> the blocks to print: conditions decided and dissolved, empty sections gone.
import type { Heading, PhrasingContent, Root, RootContent } from 'mdast'
import type { ContainerDirective, Directives } from 'mdast-util-directive'
import { sectionBlocks, wordsOf } from '../model/directive.js'
import type { Variant } from '../model/variant.js'

/** What conditions are decided against. */
export interface Selection extends Pick<Variant, 'level' | 'length' | 'organization' | 'edition'> {
  readonly levels: readonly string[]
  /** Shortest first. */
  readonly lengths: readonly string[]
  /** The organization and those it inherits from; a condition may name any of them. */
  readonly organizations: readonly string[]
}

type Parent = { children: RootContent[] }

/**
 * Decides what is printed. The tree given is not changed; nodes that stay are copied only where their children change.
 * Sections left without content go with their heading.
 */
export function selectBlocks(body: Root, selection: Selection): Root {
  const children = dropEmptySections(selectChildren(body.children, selection))
  return { ...body, children }
}

function selectChildren(nodes: readonly RootContent[], selection: Selection): RootContent[] {
  return nodes.flatMap((node) => selectNode(node, selection))
}

function selectNode(node: RootContent, selection: Selection): RootContent[] {
  if (isDirective(node)) {
    if (!holds(node, selection)) return []
    if (node.name === 'ignore') return []
    if (node.name === 'for' || selection.levels.includes(node.name))
      return selectChildren(withoutLabel(node), selection)
    const { level: _l, from: _f, until: _u, organization: _o, edition: _e, ...own } = node.attributes ?? {}
    const children = selectChildren(node.children, selection)
    if (node.type === 'containerDirective' && !hasContent(node, children)) return []
    return [{ ...node, attributes: own, children } as Directives]
  }
  if (!('children' in node)) return [node]
  const children = selectChildren((node as Parent).children, selection)
  if (node.children.length > 0 && isEmptyAfter(node, children)) return []
  return [{ ...node, children } as RootContent]
}

/** Whether all conditions of a directive hold. */
function holds(node: Directives, selection: Selection): boolean {
  if (selection.levels.includes(node.name) && node.name !== selection.level) return false
  const { level, from, until, organization, edition } = node.attributes ?? {}
  if (level != null && !wordsOf(level).includes(selection.level)) return false
  const length = selection.lengths.indexOf(selection.length)
  if (from != null && length < selection.lengths.indexOf(from)) return false
  if (until != null && length > selection.lengths.indexOf(until)) return false
  if (organization != null && !wordsOf(organization).some((id) => selection.organizations.includes(id)))
    return false
  return edition == null || wordsOf(edition).some((name) => editionsNamed(selection).includes(name))
}

/** Names of editions that let words into this one: a bilingual edition prints those of the standard one, in two languages. */
export function editionsNamed({ edition }: Pick<Variant, 'edition'>): readonly string[] {
  return edition === 'bilingual' ? ['bilingual', 'standard'] : [edition]
}

function withoutLabel(node: Directives): RootContent[] {
  return node.children.filter((child) => !(child.type === 'paragraph' && child.data?.directiveLabel))
}

/** Writing lines may stand empty; every other container needs something in it. */
function hasContent(node: ContainerDirective, children: readonly RootContent[]): boolean {
  return (
    node.name === 'write' ||
    children.some((child) => !(child.type === 'paragraph' && child.data?.directiveLabel))
  )
}

function isEmptyAfter(node: RootContent, children: readonly RootContent[]): boolean {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'listItem')
    return isBlank(children)
  return children.length === 0 && node.type !== 'tableCell'
}

function isBlank(children: readonly RootContent[]): boolean {
  return children.every((child) => child.type === 'text' && child.value.trim() === '')
}

/**
 * A heading stays when something that is not a heading stands before the next heading of its depth or higher.
 * Blocks that are sections of their own end a section like a heading.
 */
function dropEmptySections(nodes: readonly RootContent[]): RootContent[] {
  return nodes
    .flatMap((node): RootContent[] => {
      if (node.type !== 'containerDirective') return [node]
      const children = dropEmptySections(node.children)
      return hasContent(node, children) ? [{ ...node, children: children as typeof node.children }] : []
    })
    .filter((node, index, all) => {
      if (node.type !== 'heading') return true
      for (const next of all.slice(index + 1)) {
        if (next.type === 'containerDirective' && sectionBlocks.has(next.name)) return false
        if (next.type !== 'heading') return true
        if (next.depth <= (node as Heading).depth) return false
      }
      return false
    })
}

function isDirective(node: RootContent | PhrasingContent): node is Directives {
  return node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective'
}
