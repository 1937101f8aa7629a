// A part that an organization adds to a topic -> what the rules find in its words; and whether it makes the whole too hard.
import type { Topic } from '../model/topic.js'
import { type Lint, lint } from './engine.js'
import { SourceText } from './locate.js'
import type { LintSettings, Print } from './rule.js'
import { gradeOverLimit } from './rules/grade-over-limit.js'
import { rules } from './rules/index.js'
import { BlockMemory, variantText } from './texts.js'

/** Rules that need no more than a few words to judge; the others ask about a whole handout or a whole topic. */
const partRules: ReadonlySet<string> = new Set([
  'sentence-length',
  'paragraph-length',
  'hard-word',
  'abbreviation-undefined',
  'one-in-x',
  'relative-risk-alone',
  'list-length',
  'link-text',
  'picture-caption',
])

export interface PartInput {
  /** The topic with source, path and body of the part in place of its own. */
  readonly part: Topic
  readonly prints: readonly Print[]
  readonly settings: LintSettings
  /** ISO date. */
  readonly today: string
}

/** Judges a part by itself. */
export function lintPart({ part, prints, settings, today }: PartInput): Lint {
  const off = Object.fromEntries(
    rules.filter(({ id }) => !partRules.has(id)).map(({ id }) => [id, 'off' as const]),
  )
  const own = { ...settings, rules: { ...settings.rules, ...off } }
  return lint({ topic: part, prints, settings: own, today, complete: false })
}

/** Why a whole handout is too hard for its level; undefined when it is not. */
export function tooHard(print: Print, topic: Topic, settings: LintSettings): string | undefined {
  if (settings.rules[gradeOverLimit.id] === 'off') return undefined
  if (!gradeOverLimit.languages?.includes(topic.language.split('-')[0] ?? '')) return undefined
  const text = variantText(print, topic, new SourceText(topic.source), settings, new BlockMemory())
  let reason: string | undefined
  gradeOverLimit.variant?.(text, (found) => {
    reason = found.reason
  })
  return reason
}
