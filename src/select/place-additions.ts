// Selected blocks of a topic + what organizations add to it -> the blocks that are printed.
import type { List, Root, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { Addition, Placement } from '../model/addition.js'
import { type Selection, selectBlocks } from './conditions.js'
import { isSectionHead, type SectionNames, sameName, sectionNames } from './section-names.js'

/**
 * Puts every part where it goes. Later additions may name sections of earlier ones. What goes to a section that this
 * variant does not print is left out with it.
 *
 * @param selected blocks of the topic
 * @param body the topic before selection, for the names of its sections
 */
export function placeAdditions(
  selected: Root,
  body: Root,
  additions: readonly Addition[],
  selection: Selection,
): Root {
  const names = [sectionNames(body, selection)]
  const notes: RootContent[] = selected.children.filter((node) => node.type === 'footnoteDefinition')
  let children: RootContent[] = selected.children.filter((node) => node.type !== 'footnoteDefinition')
  for (const { placements, footnotes } of additions) {
    for (const placement of placements) {
      const content = contentOf(placement, selection)
      if (content) children = place(children, placement, content, names)
    }
    notes.push(...selectBlocks({ type: 'root', children: [...footnotes] }, selection).children)
    for (const { node } of placements) names.push(sectionNames(treeOf(node), selection))
  }
  // Notes that no printed word names are not printed.
  return { ...selected, children: [...children, ...notes] }
}

/** Everything that a variant prints of an addition, in the order it is written. */
export function printedParts({ placements }: Addition, selection: Selection): RootContent[] {
  return structuredClone(placements.flatMap((one) => contentOf(one, selection) ?? []))
}

/** What a placement holds in a tree of its own; the same tree at every call, so that it can be remembered. */
export function treeOf(node: ContainerDirective): Root {
  const before = trees.get(node)
  if (before) return before
  const tree: Root = { type: 'root', children: withoutLabel(node) }
  trees.set(node, tree)
  return tree
}

const trees = new WeakMap<ContainerDirective, Root>()

/** What is printed of a part; undefined when its conditions leave nothing. Empty where nothing was written: it takes away. */
function contentOf({ node }: Placement, selection: Selection): RootContent[] | undefined {
  const isEmpty = withoutLabel(node).length === 0
  const children = isEmpty ? [{ type: 'thematicBreak' as const }] : node.children
  const asked = { ...node, name: 'for', children: children as ContainerDirective['children'] }
  const printed = selectBlocks({ type: 'root', children: [asked] }, selection).children
  if (printed.length === 0) return undefined
  return isEmpty ? [] : printed
}

interface Section {
  readonly start: number
  /** One behind the last. */
  readonly end: number
}

function place(
  children: readonly RootContent[],
  { where, section }: Placement,
  content: readonly RootContent[],
  names: readonly SectionNames[],
): RootContent[] {
  const found = sectionsOf(children).filter(({ start }) => {
    const position = children[start]?.position
    return (
      position && names.some((one) => [...(one.get(position) ?? [])].some((name) => sameName(name, section)))
    )
  })
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last) return [...children]
  const ownHead = content.findIndex(isSectionHead)
  const words = ownHead < 0 ? content : content.slice(0, ownHead)
  const sections = ownHead < 0 ? [] : content.slice(ownHead)
  const part = ({ start, end }: Section) => children.slice(start, end)
  switch (where) {
    case 'before':
      return [
        ...children.slice(0, first.start),
        ...sections,
        ...withWords(part(first), words, 'start'),
        ...children.slice(first.end),
      ]
    case 'after':
      return [
        ...children.slice(0, last.start),
        ...withWords(part(last), words, 'end'),
        ...sections,
        ...children.slice(last.end),
      ]
    case 'instead': {
      const kept = words.length > 0 ? withWords(part(first), words, 'whole') : []
      const others = children.filter(
        (_, index) => !found.some(({ start, end }) => index >= start && index < end),
      )
      return [...others.slice(0, first.start), ...kept, ...sections, ...others.slice(first.start)]
    }
  }
}

/** A heading and what stands below it, or a block that is a section by itself. */
function sectionsOf(children: readonly RootContent[]): Section[] {
  return children.flatMap((node, start): Section[] => {
    if (!isSectionHead(node)) return []
    if (node.type === 'containerDirective') return [{ start, end: start + 1 }]
    const next = children.slice(start + 1).findIndex(isSectionHead)
    return [{ start, end: next < 0 ? children.length : start + 1 + next }]
  })
}

/** A section with words at its start, at its end, or in place of its own. */
function withWords(
  section: readonly RootContent[],
  words: readonly RootContent[],
  where: 'start' | 'end' | 'whole',
): RootContent[] {
  const [head, ...below] = section
  if (!head || words.length === 0) return [...section]
  const join = (own: readonly RootContent[]) =>
    where === 'whole' ? [...words] : where === 'start' ? joined(words, own) : joined(own, words)
  if (head.type !== 'containerDirective') return [head, ...join(below)]
  const label = head.children.filter((child) => !withoutLabel(head).includes(child))
  const children = [...label, ...join(withoutLabel(head))] as ContainerDirective['children']
  return [{ ...head, children }, ...below]
}

/** Two lists of one kind that come together become one: steps go on counting. */
function joined(first: readonly RootContent[], second: readonly RootContent[]): RootContent[] {
  const [above, below] = [first.at(-1), second[0]]
  if (above?.type !== 'list' || below?.type !== 'list' || !sameKind(above, below))
    return [...first, ...second]
  const list: List = { ...above, children: [...above.children, ...below.children] }
  return [...first.slice(0, -1), list, ...second.slice(1)]
}

function sameKind(one: List, other: List): boolean {
  return (one.ordered ?? false) === (other.ordered ?? false)
}

function withoutLabel(node: ContainerDirective): RootContent[] {
  return node.children.filter((child) => !(child.type === 'paragraph' && child.data?.directiveLabel))
}
