// An organization as read: who hands the handout out, its brand, its contact, its choice of topics.
import type { Picture } from './topic.js'
import type { Paper } from './variant.js'

/** A text, or one for each language. */
export type PerLanguage = string | Readonly<Record<string, string>>

export interface Contact {
  readonly phone?: PerLanguage | undefined
  readonly afterHours?: PerLanguage | undefined
  readonly url?: PerLanguage | undefined
  readonly address?: PerLanguage | undefined
  readonly hours?: PerLanguage | undefined
}

/** A file of an organization that adds to a topic: `topics/<topic>/<language>.md` in its folder. */
export interface TopicAddition {
  /** The organization it was written for, which others may inherit from. */
  readonly organization: string
  readonly topic: string
  readonly language: string
}

export interface Organization {
  readonly id: string
  /** Its own id, then those it inherits from, nearest first. */
  readonly chain: readonly string[]
  /** Path of its `organization.yaml` relative to the root. */
  readonly path: string
  readonly name: PerLanguage
  readonly tagline: PerLanguage | undefined
  readonly languages: readonly string[]
  /** The two languages that are also printed side by side, the first first. */
  readonly bilingual: readonly [string, string] | undefined
  readonly paper: Paper
  readonly colors: { readonly primary: string; readonly accent: string; readonly text: string }
  readonly fonts: { readonly body: string; readonly heading: string }
  readonly logo: { readonly picture: Picture; readonly alt: string } | undefined
  readonly contact: Contact
  readonly notices: readonly string[]
  readonly topics: { readonly include: readonly string[]; readonly exclude: readonly string[] }
  /** Notices on handouts of some topics, by topic id; `*` stands for any letters. */
  readonly topicNotices: Readonly<Record<string, readonly string[]>>
  /** What it and those it inherits from add to topics, the farthest first. */
  readonly additions: readonly TopicAddition[]
  /** Address of a topic's page for QR codes; `{topic}` and `{language}` are replaced. */
  readonly topicAddress: string | undefined
}

/** The text for a language: its own, else that of its base language, else English, else any. */
export function forLanguage(text: PerLanguage, language: string): string {
  if (typeof text === 'string') return text
  return text[language] ?? text[language.split('-')[0] ?? ''] ?? text.en ?? Object.values(text)[0] ?? ''
}
