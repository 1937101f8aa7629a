// Trees -> the names their sections go by: headings as any variant prints them, labels and kinds of blocks.
import type { Heading, Root, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import type { Position } from 'unist'
import { labelOf, sectionBlocks } from '../model/directive.js'
import { editions } from '../model/variant.js'
import { type Selection, selectBlocks } from './conditions.js'

/** What a section starts with: a heading, or the block that is one by itself. */
export type SectionHead = Heading | ContainerDirective

/** Names by the position of the head, which copies of a node share; as written, for messages. */
export type SectionNames = ReadonlyMap<Position, ReadonlySet<string>>

export function isSectionHead(node: RootContent): node is SectionHead {
  if (node.type === 'heading') return node.depth === 2
  return node.type === 'containerDirective' && (sectionBlocks.has(node.name) || node.name === 'main-message')
}

const known = new WeakMap<Root, Map<string, SectionNames>>()

/** The names of the sections of a tree, in whatever level, length and edition they are printed. */
export function sectionNames(
  tree: Root,
  { levels, lengths, organization, organizations }: Omit<Selection, 'level' | 'length' | 'edition'>,
): SectionNames {
  const byOrganization = known.get(tree) ?? new Map<string, SectionNames>()
  known.set(tree, byOrganization)
  const before = byOrganization.get(organization)
  if (before) return before
  const names = new Map<Position, Set<string>>()
  for (const level of levels)
    for (const length of lengths)
      for (const edition of editions) {
        const selection = { level, length, edition, levels, lengths, organization, organizations }
        for (const node of selectBlocks(tree, selection).children) {
          if (!isSectionHead(node) || !node.position) continue
          const own = names.get(node.position) ?? new Set()
          for (const name of namesOf(node)) own.add(name)
          names.set(node.position, own)
        }
      }
  byOrganization.set(organization, names)
  return names
}

/** Whether two names mean the same section: capitals, white space and the form of quotation marks do not count. */
export function sameName(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

function namesOf(node: SectionHead): string[] {
  if (node.type === 'heading') return [textOf(node)]
  const label = labelOf(node)
  return label === '' ? [node.name] : [label, node.name]
}

function plain(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[‘’]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
