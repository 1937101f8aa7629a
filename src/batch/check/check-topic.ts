// A topic as read and the variants wanted of it -> what the rules find in them.
import { visit } from 'unist-util-visit'
import type { VFileMessage } from 'vfile-message'
import { type Finding, lint, type Silenced } from '../../lint/engine.js'
import type { Print, VariantText } from '../../lint/rule.js'
import { conditionAttributes, wordsOf } from '../../model/directive.js'
import type { Readability } from '../../model/readability.js'
import type { Settings } from '../../model/settings.js'
import type { Topic, TopicReading } from '../../model/topic.js'
import type { Original } from '../../model/translation-changes.js'
import { type Variant, variantId } from '../../model/variant.js'
import { editionsNamed } from '../../select/conditions.js'
import { selectTopic } from '../../select/select-topic.js'

/** What one or several variants print, measured. */
export interface CheckedPrint extends Pick<Print, 'level' | 'length' | 'edition' | 'ids' | 'more'> {
  readonly readability: Readability
}

export interface CheckedTopic {
  readonly id: string
  readonly language: string
  readonly path: string
  /** Empty when the file has faults that forbid printing. */
  readonly prints: readonly CheckedPrint[]
  /** Faults of the file first. */
  readonly findings: readonly Finding[]
  readonly silenced: readonly Silenced[]
}

export interface CheckTopicOptions {
  readonly settings: Settings
  /** By organization: its own id, then those it inherits from. */
  readonly chains: ReadonlyMap<string, readonly string[]>
  /** ISO date. */
  readonly today: string
  /** The text that it translates. */
  readonly original: Original | 'missing' | undefined
}

/** Judges a topic; the texts are what was judged, for reports that show them. */
export function checkTopic(
  reading: TopicReading,
  variants: readonly Variant[],
  { settings, chains, today, original }: CheckTopicOptions,
): { checked: CheckedTopic; texts: readonly VariantText[] } {
  const { id, language, path, topic } = reading
  const ids = variants.map(variantId)
  const ofFile = reading.messages.map((message): Finding => ({ message, variants: ids }))
  if (!topic)
    return { checked: { id, language, path, prints: [], findings: ofFile, silenced: [] }, texts: [] }
  const prints = printsOf(topic, variants, settings, chains)
  const pairs = new Set(prints.map(({ level, length }) => `${level} ${length}`))
  const complete = pairs.size === Object.keys(settings.levels).length * Object.keys(settings.lengths).length
  const { findings, silenced, texts } = lint({ topic, prints, original, settings, today, complete })
  const checked: CheckedTopic = {
    id,
    language,
    path,
    prints: texts.map(({ print: { level, length, edition, ids, more }, readability }) => ({
      level,
      length,
      edition,
      ids,
      ...(more === undefined ? {} : { more }),
      readability,
    })),
    findings: [...ofFile, ...prints.flatMap(ofSelection), ...findings],
    silenced,
  }
  return { checked, texts }
}

/** Every message of the findings, each once. */
export function messagesOf(findings: readonly Finding[]): VFileMessage[] {
  return [...new Set(findings.map(({ message }) => message))]
}

function ofSelection({ selected, ids }: Print): Finding[] {
  return selected.messages.map((message) => ({ message, variants: ids }))
}

/**
 * What the variants print; those that differ only in what the topic does not ask about (organization, edition) print
 * the same, and are selected once.
 */
function printsOf(
  topic: Topic,
  variants: readonly Variant[],
  settings: Settings,
  chains: CheckTopicOptions['chains'],
): Print[] {
  const named = namedIn(topic)
  const groups = new Map<
    string,
    { readonly variant: Variant; readonly ids: string[]; readonly more: string }
  >()
  for (const variant of variants) {
    const { level, length, organization } = variant
    const asked = (chains.get(organization) ?? [organization]).filter((id) => named.has(id))
    const more = [...editionsNamed(variant), ...asked].filter((word) => named.has(word)).join(' ')
    const key = `${level}|${length}|${more}`
    const group = groups.get(key) ?? { variant, ids: [], more }
    group.ids.push(variantId(variant))
    groups.set(key, variant.edition === 'standard' ? { ...group, variant } : group)
  }
  const [levels, lengths] = [Object.keys(settings.levels), Object.keys(settings.lengths)]
  // What all have in common tells none of them apart.
  const isTelling = new Set([...groups.values()].map(({ more }) => more)).size > 1
  return [...groups.values()]
    .map(({ variant, ids, more }) => {
      const { level, length, edition, organization } = variant
      const selected = selectTopic(topic, variant, settings, chains.get(organization) ?? [organization])
      return { level, length, edition, ids, selected, ...(isTelling && more !== '' ? { more } : {}) }
    })
    .sort(
      (a, b) =>
        levels.indexOf(a.level) - levels.indexOf(b.level) ||
        lengths.indexOf(a.length) - lengths.indexOf(b.length),
    )
}

/** Organizations and editions that conditions of the body name. */
function namedIn({ body }: Topic): Set<string> {
  const named = new Set<string>()
  const keys = conditionAttributes.filter((key) => key === 'organization' || key === 'edition')
  visit(body, (node) => {
    if (!('attributes' in node)) return
    for (const key of keys) for (const word of wordsOf(node.attributes?.[key])) named.add(word)
  })
  return named
}
