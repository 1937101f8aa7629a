// A topic as read: front matter, body with positions, pictures.
import type { Root } from 'mdast'
import type { VFileMessage } from 'vfile-message'
import type { Addition } from './addition.js'

/** A text, or one for each level. */
export type PerLevel = string | Readonly<Record<string, string>>

export interface Source {
  readonly title: string
  readonly publisher?: string | undefined
  readonly url?: string | undefined
  readonly accessed?: string | undefined
  /** BCP 47 tag; without it, that of the text that a translation follows, else that of the topic. */
  readonly language?: string | undefined
}

export interface Review {
  readonly status: 'draft' | 'reviewed'
  /** ISO date: when written or last reviewed. */
  readonly on: string
  /** Months until the next review. */
  readonly everyMonths: number
  readonly by: readonly string[]
  /** Hash of the text that was reviewed, as `handout status --sign` wrote it. */
  readonly signed?: string | undefined
}

/** Which text a translation follows. */
export interface TranslationOf {
  readonly language: string
  /** One hash for the whole text, as earlier texts have it; it says that something changed, not what. */
  readonly hash?: string | undefined
  /** Hashes of the parts that were translated, as `handout status --translated` wrote them. */
  readonly sections?: Readonly<Record<string, string>> | undefined
}

/** Front matter of a topic, checked. */
export interface TopicMeta {
  readonly title: PerLevel
  readonly summary: string
  readonly audience: 'patient' | 'caregiver' | 'animal-owner' | 'professional'
  /** Completes “For …”. */
  readonly readers?: PerLevel | undefined
  readonly codes: Readonly<Record<string, readonly string[]>>
  readonly notices: readonly string[]
  readonly review: Review
  readonly terms: Readonly<Record<string, string>>
  readonly sources: Readonly<Record<string, Source>>
  readonly related: readonly string[]
  readonly translationOf?: TranslationOf | undefined
}

/** A picture beside a topic, checked and in memory. */
export interface Picture {
  /** Path relative to the root, for messages. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** CSS pixels. */
  readonly width: number
  readonly height: number
}

export interface Topic {
  readonly id: string
  readonly language: string
  /** Path of the source relative to the root. */
  readonly path: string
  readonly source: string
  readonly meta: TopicMeta
  /** The body, without front matter. */
  readonly body: Root
  /** By the address written in the source. */
  readonly pictures: ReadonlyMap<string, Picture>
  /** What an organization adds, from the farthest it inherits from to its own; none in a topic as read. */
  readonly additions?: readonly Addition[]
}

/** What reading a file gave: a topic when it is usable, and every remark about it. */
export interface TopicReading {
  readonly id: string
  readonly language: string
  readonly path: string
  readonly topic: Topic | undefined
  readonly messages: readonly VFileMessage[]
}

/** The text for a level: the level's own, else the common one. */
export function forLevel(text: PerLevel, level: string): string {
  if (typeof text === 'string') return text
  return text[level] ?? Object.values(text)[0] ?? ''
}
