// Part of the words of a block -> where it stands in the source.
import type { Nodes } from 'mdast'
import type { Point, Position } from 'unist'
import { type Piece, piecesOf } from './prose.js'

/** A source text that knows where its lines start. */
export class SourceText {
  readonly #starts: number[] = [0]
  #last: { readonly node: Nodes; readonly meanings: boolean; readonly offsets: number[] } | undefined

  constructor(readonly text: string) {
    for (const match of text.matchAll(/\r\n|\r|\n/g)) this.#starts.push(match.index + match[0].length)
  }

  /** The place of an offset; offsets outside the text are moved to its ends. */
  point(offset: number): Point {
    const inside = Math.min(Math.max(Math.trunc(offset) || 0, 0), this.text.length)
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= inside) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: inside - (this.#starts[low] ?? 0) + 1, offset: inside }
  }

  /** The place from one offset to another. */
  range(from: number, to: number): Position {
    return { start: this.point(from), end: this.point(Math.max(from, to)) }
  }

  /**
   * Where a part of a block stands.
   *
   * @param from first letter in the words of the block (`plain`, or `text` with `meanings`)
   * @param to one behind the last letter
   */
  place(node: Nodes, from: number, to: number, meanings = false): Position {
    if (this.#last?.node !== node || this.#last.meanings !== meanings)
      this.#last = { node, meanings, offsets: this.#offsets(node, meanings) }
    const { offsets } = this.#last
    const first = offsets[Math.min(from, offsets.length - 1)] ?? node.position?.start.offset ?? 0
    const last = offsets[Math.min(Math.max(to - 1, from), offsets.length - 1)] ?? first
    return this.range(first, last + 1)
  }

  /** For each letter of the joined words, white space made one, its offset in the source. */
  #offsets(block: Nodes, meanings: boolean): number[] {
    const offsets: number[] = []
    let space: number | undefined
    let fallback = block.position?.start.offset ?? 0
    for (const piece of piecesOf(block, meanings)) {
      const own = alignPiece(piece, this.text, fallback)
      for (let index = 0; index < piece.text.length; index++) {
        const offset = own[index] ?? fallback
        if (/\s/.test(piece.text[index] ?? '')) space ??= offset
        else {
          if (space !== undefined && offsets.length > 0) offsets.push(space)
          space = undefined
          offsets.push(offset)
        }
        fallback = offset
      }
    }
    return offsets
  }
}

/** Marks and indentation between two letters of a text are never longer than this. */
const farthest = 200

const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy

/** Offsets of the letters of a piece: the source may hold escapes, entities and marks of quotations besides them. */
function alignPiece({ text, node }: Piece, source: string, fallback: number): number[] {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return new Array<number>(text.length).fill(fallback)
  if (node.type !== 'text' && node.type !== 'inlineCode')
    return new Array<number>(text.length).fill(Math.max(start, end - 1))
  if (node.type === 'text' && source.slice(start, end) === text)
    return Array.from({ length: text.length }, (_, index) => start + index)
  const offsets: number[] = []
  let at = start
  for (const letter of text.split('')) {
    // The second half of a pair of surrogates may come from the same entity as the first.
    const next = find(source, at, Math.min(end, at + farthest), letter) ?? at
    offsets.push(Math.min(next, Math.max(start, end - 1)))
    at = next + (entityAt(source, next)?.length ?? (source[next] === letter ? 1 : 0))
  }
  return offsets
}

function find(source: string, from: number, end: number, letter: string): number | undefined {
  for (let at = from; at < end; at++) if (source[at] === letter || entityAt(source, at)) return at
  return undefined
}

function entityAt(source: string, at: number): string | undefined {
  if (source[at] !== '&') return undefined
  entity.lastIndex = at
  return entity.exec(source)?.[0]
}
