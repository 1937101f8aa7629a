// Topic, what its variants print, settings -> what the rules find, once for each place, and what was silenced.
import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { fault } from '../model/message.js'
import type { Topic } from '../model/topic.js'
import type { Original } from '../model/translation-changes.js'
import { baseLanguage } from './analyze.js'
import { type Ignore, readIgnores } from './ignores.js'
import { SourceText } from './locate.js'
import { nameOf } from './names.js'
import { frontMatterPlaces } from './places.js'
import type { Found, LintSettings, Print, Rule, TopicText, VariantText } from './rule.js'
import { ignoreInvalid } from './rules/ignore-invalid.js'
import { ignoreUnused } from './rules/ignore-unused.js'
import { rules as everyRule } from './rules/index.js'
import { BlockMemory, blockOf, variantText } from './texts.js'

export interface LintInput {
  readonly topic: Topic
  readonly prints: readonly Print[]
  /** The text that it translates; `missing` when there is none, left out when it is no translation. */
  readonly original?: Original | 'missing' | undefined
  readonly settings: LintSettings
  /** ISO date. */
  readonly today: string
  /** Whether all variants of the topic are there: only then can an ignore be known to be without use. */
  readonly complete: boolean
}

/** A remark and the variants it is about. */
export interface Finding {
  readonly message: VFileMessage
  /** Ids of variants; all of the topic when it is about the file. */
  readonly variants: readonly string[]
}

export interface Silenced extends Finding {
  /** Why, in the words of the author. */
  readonly reason: string
}

export interface Lint {
  readonly findings: readonly Finding[]
  readonly silenced: readonly Silenced[]
  readonly texts: readonly VariantText[]
}

interface Collected {
  readonly rule: Rule
  readonly found: Found
  readonly prints: Set<Print>
}

/** Judges a topic in all its variants. */
export function lint(input: LintInput): Lint {
  const run = new Run(input)
  run.judge()
  return run.result()
}

class Run {
  readonly #input: LintInput
  readonly #source: SourceText
  readonly #memory = new BlockMemory()
  readonly #texts: readonly VariantText[]
  readonly #active: readonly Rule[]
  readonly #collected = new Map<string, Collected>()

  constructor(input: LintInput) {
    const { topic, prints, settings } = input
    const language = baseLanguage(topic.language)
    this.#input = input
    this.#source = new SourceText(topic.source)
    this.#texts = prints.map((print) => variantText(print, topic, this.#source, settings, this.#memory))
    this.#active = everyRule.filter(
      (rule) => settings.rules[rule.id] !== 'off' && (rule.languages?.includes(language) ?? true),
    )
  }

  judge(): void {
    const { topic, prints, original, settings, today } = this.#input
    const frontMatter = frontMatterPlaces(this.#source)
    const text: TopicText = {
      topic,
      source: this.#source,
      variants: this.#texts,
      original,
      settings,
      today,
      frontMatter,
    }
    for (const rule of this.#active) {
      this.#judgeBlocks(rule)
      for (const one of this.#texts) rule.variant?.(one, (found) => this.#collect(rule, found, [one.print]))
      rule.topic?.(text, (found) =>
        this.#collect(rule, found, found.variants?.map(({ print }) => print) ?? prints),
      )
    }
  }

  result(): Lint {
    const { prints, topic, complete } = this.#input
    const silenceable = everyRule.filter((rule) => !rule.always).map(({ id }) => id)
    const ignores = readIgnores(topic.body, silenceable, (found) =>
      this.#collect(ignoreInvalid, found, prints),
    )
    const used = new Set<Ignore>()
    const findings: Finding[] = []
    const silenced: Silenced[] = []
    for (const one of this.#collected.values()) {
      const ignore = ignores.find((each) => each.rule === one.rule.id && covers(each, one.found.place))
      if (ignore) {
        used.add(ignore)
        silenced.push({ ...this.#finding(one), reason: ignore.reason })
      } else findings.push(this.#finding(one))
    }
    const idle = ignores.filter(
      (one) =>
        !used.has(one) &&
        this.#active.includes(ignoreUnused) &&
        this.#active.some(({ id }) => id === one.rule),
    )
    if (complete)
      for (const { rule, place } of idle) {
        const found = {
          place,
          reason: `\`${rule}\` finds nothing here, so it need not be silenced.`,
          hint: 'Take the line out.',
        }
        findings.push(this.#finding({ rule: ignoreUnused, found, prints: new Set(prints) }))
      }
    return { findings: findings.sort(inOrder), silenced: silenced.sort(inOrder), texts: this.#texts }
  }

  #judgeBlocks(rule: Rule): void {
    if (!rule.block) return
    for (const text of this.#texts)
      for (const block of text.blocks) {
        const answer = this.#memory.ask(block, `${rule.id}|${text.print.level}`, () => {
          const all: Found[] = []
          rule.block?.(blockOf(block, text), (one) => all.push(one))
          return all
        })
        for (const found of answer) this.#collect(rule, found, [text.print])
      }
  }

  #collect(rule: Rule, found: Found, prints: readonly Print[]): void {
    const key = [rule.id, found.place?.start.offset, found.place?.end.offset, found.key].join('|')
    const entry = this.#collected.get(key) ?? { rule, found, prints: new Set() }
    for (const print of prints) entry.prints.add(print)
    this.#collected.set(key, entry)
  }

  #finding({ rule, found, prints }: Collected): Finding {
    const { topic, prints: all, settings } = this.#input
    const some = all.filter((print) => prints.has(print))
    const name = rule.topic && !found.variants ? '' : nameOf(some, all)
    const set = settings.rules[rule.id]
    const message = fault({
      rule: rule.id,
      severity: set === 'error' || set === 'warning' ? set : (found.severity ?? rule.severity),
      reason: name === '' ? found.reason : `${found.reason.replace(/\.$/, '')} (${name}).`,
      ...(found.hint ? { hint: found.hint } : {}),
      place: found.place ? { position: found.place } : { line: 1, column: 1 },
      file: topic.path,
    })
    return { message, variants: some.flatMap(({ ids }) => ids) }
  }
}

/** Whether a finding lies in what an ignore is for; findings without a place are about the whole text. */
function covers({ from, to }: Ignore, place: Position | undefined): boolean {
  const at = place?.start.offset ?? 0
  return at >= from && at < to
}

function inOrder({ message: a }: Finding, { message: b }: Finding): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}
