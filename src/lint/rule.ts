// What a rule is, what it is given, and what it reports.
import type { Nodes } from 'mdast'
import type { Position } from 'unist'
import type { Readability } from '../model/readability.js'
import type { Selected } from '../model/selected.js'
import type { LevelSettings, Settings } from '../model/settings.js'
import type { Topic } from '../model/topic.js'
import type { Original } from '../model/translation-changes.js'
import type { Variant } from '../model/variant.js'
import type { Analysis } from './analyze.js'
import type { SourceText } from './locate.js'
import type { ProseBlock } from './prose.js'

export type LintSettings = Pick<Settings, 'levels' | 'lengths' | 'rules' | 'check'>

/** What one variant prints; variants that print the same words stand together. */
export interface Print extends Pick<Variant, 'level' | 'length' | 'edition'> {
  readonly selected: Selected
  /** Ids of the variants that print it. */
  readonly ids: readonly string[]
  /** Names it further where level and length do not: an organization, an edition. */
  readonly more?: string
}

/** A block of prose, as a rule for blocks sees it. */
export interface BlockText {
  readonly topic: Topic
  readonly block: ProseBlock
  /** Of the words without the meanings of terms. */
  readonly analysis: Analysis
  readonly limits: LevelSettings
  readonly settings: LintSettings
  /** Where a part of the words without meanings stands. */
  readonly place: (from: number, to: number) => Position
}

/** A variant, as a rule for variants sees it. */
export interface VariantText {
  readonly print: Print
  /** `easy short`. */
  readonly name: string
  readonly topic: Topic
  readonly source: SourceText
  readonly limits: LevelSettings
  readonly settings: LintSettings
  /** Main message first. */
  readonly trees: readonly Nodes[]
  readonly blocks: readonly ProseBlock[]
  readonly readability: Readability
  /** Of the words of a block without the meanings of terms. */
  readonly analyze: (block: ProseBlock) => Analysis
  /** Where a part of the words of a block stands, without the meanings of terms. */
  readonly place: (block: ProseBlock, from: number, to: number) => Position
}

/** A topic with all its variants, as a rule for topics sees it. */
export interface TopicText {
  readonly topic: Topic
  readonly source: SourceText
  readonly variants: readonly VariantText[]
  /** The text that it translates; `missing` when there is none, undefined when it is no translation. */
  readonly original: Original | 'missing' | undefined
  readonly settings: LintSettings
  /** ISO date. */
  readonly today: string
  /** Where a key or value of the front matter stands. */
  readonly frontMatter: (path: readonly PropertyKey[], part?: 'key' | 'value') => Position
}

/** Something found. */
export interface Found {
  readonly reason: string
  readonly hint?: string
  readonly place: Position | undefined
  /** Tells findings of one rule at one place apart; without it they are one. */
  readonly key?: string
  /** Overrides the severity of the rule, for findings that are worse or lighter. */
  readonly severity?: 'error' | 'warning'
  /** For topic rules: the variants concerned; all when left out. */
  readonly variants?: readonly VariantText[]
}

export type Report = (found: Found) => void

/** A text a rule judges: the body of a topic, or a whole file when it starts with `---`. */
export interface Example {
  /** What it shows, when that is not plain. */
  readonly title?: string
  readonly text: string
  /** Where the rule must report, as `line:column`; none for a text it must leave alone. */
  readonly at: readonly string[]
  /** Level and length it is judged as; default: every level and length. */
  readonly as?: { readonly level: string; readonly length: string }
  /** Language; default `en`. */
  readonly language?: string
  /** The English text that it translates. */
  readonly original?: string
}

export interface Rule {
  /** Stable, kebab-case. */
  readonly id: string
  readonly severity: 'error' | 'warning'
  /** What it finds, in one sentence. */
  readonly finds: string
  /** Why that matters, with its origin, and what to do. */
  readonly why: string
  /** Languages it can judge; all when left out. */
  readonly languages?: readonly string[]
  /** Judges a block of prose; asked once for each block and level. */
  readonly block?: (text: BlockText, report: Report) => void
  readonly variant?: (text: VariantText, report: Report) => void
  readonly topic?: (text: TopicText, report: Report) => void
  /** Found by another room, always an error, not to be silenced; it stands here to be explained. */
  readonly always?: true
  readonly examples: readonly Example[]
}
