// Selected blocks -> the sentences a reader reads, in blocks, with and without the bracketed meanings; and back to the source.
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
  /** Where the words stand. */
  readonly node: Nodes
  /** Names of the containers around it, outermost first. */
  readonly inside: readonly string[]
  /** Offset of the outermost list or table it stands in; undefined outside of them. */
  readonly together: number | undefined
}

/** Some words of a block and where they come from; meanings come from the front matter and have no node. */
export interface Piece {
  readonly text: string
  readonly node: Nodes
}

const hasWords = /[\p{L}\p{N}]/u

/** Reads the prose of trees in printing order. Cites, pictures, pictographs and code are left out. */
export function proseOf(trees: readonly Nodes[]): ProseBlock[] {
  const blocks: ProseBlock[] = []
  for (const tree of trees) walk(tree, outside, blocks)
  return blocks
}

/** The words of a block as they are joined, before white space is made one space. */
export function piecesOf(node: Nodes, meanings: boolean): Piece[] {
  const pieces: Piece[] = []
  collect(node, meanings, pieces)
  return pieces
}

/** Where a walk has come to. */
type Around = Pick<ProseBlock, 'kind' | 'inside' | 'together'>

const outside: Around = { kind: 'paragraph', inside: [], together: undefined }

function walk(node: Nodes, around: Around, blocks: ProseBlock[]): void {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    add(node, { ...around, kind: kindOf(node, around.kind) }, blocks)
    return
  }
  if (node.type === 'leafDirective') {
    if (node.name !== 'qr' && node.name !== 'icon-array' && node.name !== 'ignore')
      add(node, { ...around, kind: 'label' }, blocks)
    return
  }
  if (!('children' in node)) return
  const isGroup = node.type === 'list' || node.type === 'table'
  const inner: Around = {
    kind: node.type === 'listItem' ? 'item' : around.kind,
    inside: node.type === 'containerDirective' ? [...around.inside, node.name] : around.inside,
    together: around.together ?? (isGroup ? node.position?.start.offset : undefined),
  }
  for (const child of (node as Parents).children) walk(child as Nodes, inner, blocks)
}

function kindOf(node: Nodes, kind: ProseKind): ProseKind {
  if (node.type === 'heading') return 'heading'
  if (node.type === 'tableCell') return 'cell'
  return node.data && 'directiveLabel' in node.data ? 'label' : kind
}

function add(node: Nodes, around: Around, blocks: ProseBlock[]): void {
  const plain = closed(node, false)
  if (!hasWords.test(plain)) return
  const explained = hasMeaning(node)
  blocks.push({ ...around, text: explained ? closed(node, true) : plain, plain, node })
}

function closed(node: Nodes, meanings: boolean): string {
  const text = piecesOf(node, meanings)
    .map((piece) => piece.text)
    .join('')
  return close(text.replace(/\s+/g, ' ').trim())
}

function hasMeaning(node: Nodes): boolean {
  if (node.type === 'textDirective' && node.data?.meaning) return true
  return 'children' in node && (node as Parents).children.some((child) => hasMeaning(child as Nodes))
}

function collect(node: Nodes, meanings: boolean, pieces: Piece[]): void {
  if (node.type === 'text' || node.type === 'inlineCode') {
    pieces.push({ text: node.value, node })
    return
  }
  if (node.type === 'break') {
    pieces.push({ text: ' ', node })
    return
  }
  if (node.type === 'image' || node.type === 'footnoteReference') return
  if (node.type === 'textDirective' && node.name === 'cite') return
  if (!('children' in node)) return
  for (const child of (node as Parents).children) collect(child as Nodes, meanings, pieces)
  const meaning = node.type === 'textDirective' ? (node as TextDirective).data?.meaning : undefined
  if (meanings && meaning) pieces.push({ text: ` (${meaning})`, node })
}

/** A block without an end mark gets a full stop, so that the next block starts a new sentence. */
function close(text: string): string {
  return /[.!?…]["”’)]*$/.test(text) ? text : `${text.replace(/[:;,]$/, '')}.`
}
