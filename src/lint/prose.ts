// Selected blocks -> the sentences a reader reads, in blocks, with and without the bracketed meanings.
import type { Nodes, Parents } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'

/** How a block is counted: every kind closes a sentence at its end. */
export type ProseKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'label'

export interface ProseBlock {
  readonly kind: ProseKind
  /** With the meanings of terms in brackets. */
  readonly text: string
  /** Without them. */
  readonly plain: string
  /** Where the block starts in the source. */
  readonly line: number
  readonly column: number
}

/** Reads the prose of trees in printing order. Cites, pictures and code are left out. */
export function proseOf(trees: readonly Nodes[]): ProseBlock[] {
  const blocks: ProseBlock[] = []
  for (const tree of trees) walk(tree, 'paragraph', blocks)
  return blocks
}

function walk(node: Nodes, kind: ProseKind, blocks: ProseBlock[]): void {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const own: ProseKind =
      node.type === 'heading'
        ? 'heading'
        : node.type === 'tableCell'
          ? 'cell'
          : node.data && 'directiveLabel' in node.data
            ? 'label'
            : kind
    const text = inline(node, true)
    if (/[\p{L}\p{N}]/u.test(text))
      blocks.push({
        kind: own,
        text: close(text),
        plain: close(inline(node, false)),
        line: node.position?.start.line ?? 1,
        column: node.position?.start.column ?? 1,
      })
    return
  }
  if (node.type === 'leafDirective' && (node.name === 'qr' || node.name === 'icon-array')) return
  if (node.type === 'leafDirective') return walkChildrenAs(node, blocks)
  if (!('children' in node)) return
  for (const child of node.children) walk(child as Nodes, node.type === 'listItem' ? 'item' : kind, blocks)
}

function walkChildrenAs(node: Parents, blocks: ProseBlock[]): void {
  const text = inline(node, true)
  if (/\p{L}/u.test(text))
    blocks.push({
      kind: 'label',
      text: close(text),
      plain: close(text),
      line: node.position?.start.line ?? 1,
      column: node.position?.start.column ?? 1,
    })
}

function inline(node: Nodes, meanings: boolean): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'break') return ' '
  if (node.type === 'image' || node.type === 'footnoteReference') return ''
  if (node.type === 'textDirective') return directive(node, meanings)
  if (!('children' in node)) return ''
  return node.children.map((child) => inline(child as Nodes, meanings)).join('')
}

function directive(node: TextDirective, meanings: boolean): string {
  if (node.name === 'cite') return ''
  const words = node.children.map((child) => inline(child, meanings)).join('')
  return meanings && node.data?.meaning ? `${words} (${node.data.meaning})` : words
}

function close(text: string): string {
  const trimmed = text.replace(/\s+/g, ' ').trim()
  return /[.!?…]["”’)]*$/.test(trimmed) ? trimmed : `${trimmed.replace(/[:;,]$/, '')}.`
}
