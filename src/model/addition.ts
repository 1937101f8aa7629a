// What an organization adds to a topic: words and sections, each with the section of the topic it goes to.
import type { FootnoteDefinition, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'

/** Directives of additions: where their words go. */
export const placements = ['before', 'after', 'instead'] as const

export type Where = (typeof placements)[number]

export interface Placement {
  readonly where: Where
  /** Heading or kind of block as written in the brackets. */
  readonly section: string
  /** The container, with its conditions and its label. */
  readonly node: ContainerDirective
}

/** One file `organizations/<organization>/topics/<topic>/<language>.md`. */
export interface Addition {
  /** Path relative to the root. */
  readonly path: string
  readonly source: string
  readonly body: Root
  readonly placements: readonly Placement[]
  readonly footnotes: readonly FootnoteDefinition[]
}

declare module 'unist' {
  interface Data {
    /** Path of the file a node was written in, where that is not the file of the topic. */
    file?: string
  }
}
