// What a variant prints, before it becomes HTML: words decided, terms explained, sources numbered.
import type { Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { VFileMessage } from 'vfile-message'
import type { MeaningPart } from './meaning.js'
import type { Source } from './topic.js'

export interface WordListEntry {
  readonly term: string
  readonly meaning: string
  /** The meaning, words in another language apart. */
  readonly parts: readonly MeaningPart[]
}

export interface NumberedSource extends Source {
  /** From 1, in order of first use. */
  readonly number: number
  readonly id: string
  /** Language its title is in. */
  readonly language: string
}

export interface Selected {
  readonly title: string
  /** Completes “For …”; empty when the topic does not say. */
  readonly readers: string
  readonly mainMessage: ContainerDirective | undefined
  /** The body without the main message. Terms carry `data.meaning` at first use, cites `data.numbers`. */
  readonly body: Root
  /** Empty where the length prints none. */
  readonly wordList: readonly WordListEntry[]
  /** Empty where the length prints none. */
  readonly sources: readonly NumberedSource[]
  readonly messages: readonly VFileMessage[]
}

declare module 'mdast-util-directive' {
  interface TextDirectiveData {
    /** Plain meaning of a term, at its first use. */
    meaning?: string
    /** The same, words in another language apart. */
    meaningParts?: readonly MeaningPart[]
    /** Numbers of the sources a cite names; empty where none are printed. */
    numbers?: number[]
  }
}
