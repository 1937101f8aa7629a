// Flat body -> sections: a heading beside its words, and the blocks that stand as sections of their own.
import type { Heading, PhrasingContent, Root, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { sectionBlocks } from '../../model/directive.js'
import type { Labels } from '../../model/labels.js'
import { type SectionHead, sectionHead } from '../section-head.js'
import { iconNode, iconOf, takeLabel } from './blocks.js'

interface Section {
  readonly className: string[]
  readonly heading: Heading | undefined
  readonly icon?: string
  readonly content: RootContent[]
}

/**
 * Groups the body into sections. Runs before the directives become elements, on the same tree.
 *
 * @returns what each section is known by, in order
 */
export function sections(labels: Labels) {
  return (tree: Root): SectionHead[] => {
    const found: Section[] = []
    let open: Section | undefined
    for (const node of tree.children) {
      if (node.type === 'heading' && node.depth === 2) {
        open = { className: ['section'], heading: node, content: [] }
        found.push(open)
      } else if (node.type === 'containerDirective' && sectionBlocks.has(node.name)) {
        found.push(blockSection(node, labels))
        open = undefined
      } else if (node.type === 'definition' || node.type === 'footnoteDefinition') {
        found.push({ className: [], heading: undefined, content: [node] })
      } else {
        if (!open) {
          open = { className: ['section', 'untitled'], heading: undefined, content: [] }
          found.push(open)
        }
        open.content.push(node)
      }
    }
    const heads = found
      .filter(({ className }) => className.length > 0)
      .map(({ className, heading, content }) => sectionHead(className, heading, content))
    tree.children = found.flatMap(toNodes)
    return heads
  }
}

function blockSection(node: ContainerDirective, labels: Labels): Section {
  const heading = headingOf(takeLabel(node, labels))
  if (node.name !== 'get-help') return { className: ['section', node.name], heading, content: [node] }
  const emergency = node.attributes?.emergency != null
  return {
    className: ['get-help-box', ...(emergency ? ['emergency'] : [])],
    heading,
    icon: iconOf(emergency ? 'emergency' : 'get-help'),
    content: node.children,
  }
}

function headingOf(children: PhrasingContent[]): Heading {
  return { type: 'heading', depth: 2, children }
}

function toNodes(section: Section): RootContent[] {
  if (section.className.length === 0) return section.content
  const content = wrap('div', ['section-body'], section.content)
  const inner = section.icon
    ? [
        iconNode(section.icon),
        wrap('div', ['box-content'], [...(section.heading ? [section.heading] : []), content]),
      ]
    : [...(section.heading ? [section.heading] : []), content]
  return [wrap('section', section.className, inner)]
}

function wrap(name: string, className: string[], children: RootContent[]): RootContent {
  return {
    type: 'wrapper',
    children,
    data: { hName: name, hProperties: { className } },
  } as unknown as RootContent
}
