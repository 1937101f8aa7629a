// What the checks of a topic share: the words that are valid, and how a fault is reported.
import type { Node } from 'mdast'

/** Words that a condition may name. */
export interface Vocabulary {
  readonly levels: readonly string[]
  /** Shortest first. */
  readonly lengths: readonly string[]
  readonly editions: readonly string[]
  readonly organizations: readonly string[]
  readonly topics: readonly string[]
  readonly notices: readonly string[]
}

export type Report = (rule: string, reason: string, node: Node, hint: string) => void
