// A topic with what an organization adds, and the variants wanted -> what is wrong with what is added.
import type { Root } from 'mdast'
import type { VFileMessage } from 'vfile-message'
import { lintPart, tooHard } from '../../lint/part.js'
import type { Print } from '../../lint/rule.js'
import type { Addition } from '../../model/addition.js'
import { fault } from '../../model/message.js'
import type { Organization } from '../../model/organization.js'
import { lengthIds, type Settings } from '../../model/settings.js'
import type { Topic } from '../../model/topic.js'
import { type Variant, variantId } from '../../model/variant.js'
import { printedParts } from '../../select/place-additions.js'
import { selectTopic } from '../../select/select-topic.js'

export interface AdditionFinding {
  readonly message: VFileMessage
  readonly variants: readonly string[]
}

/** Judges the words that are added by themselves, and whether the handouts are still what their level asks for. */
export function judgeAdditions(
  topic: Topic,
  organization: Organization,
  variants: readonly Variant[],
  settings: Settings,
  today: string,
): AdditionFinding[] {
  const { additions = [] } = topic
  const wholes = variants.map((variant): Print => {
    const { level, length, edition } = variant
    const selected = selectTopic(topic, variant, settings, organization.chain)
    return { level, length, edition, selected, ids: [variantId(variant)] }
  })
  return [
    ...wholes.flatMap(({ selected, ids }) =>
      selected.messages
        .filter(({ file }) => file !== topic.path)
        .map((message) => ({ message, variants: ids })),
    ),
    ...additions.flatMap((addition) => {
      const prints = variants.map((variant) => printOf(addition, variant, organization, settings))
      const { path, source, body } = addition
      return lintPart({ part: { ...topic, path, source, body }, prints, settings, today }).findings
    }),
    ...wholes.flatMap((print) => madeTooHard(print, topic, organization, settings)),
  ]
}

/** What a variant prints of an addition, as a text of its own. */
function printOf(addition: Addition, variant: Variant, { chain }: Organization, settings: Settings): Print {
  const { level, length, edition } = variant
  const levels = Object.keys(settings.levels)
  const lengths = lengthIds(settings)
  const body: Root = {
    type: 'root',
    children: printedParts(addition, { ...variant, levels, lengths, organizations: chain }),
  }
  const selected = {
    title: '',
    readers: '',
    mainMessage: undefined,
    body,
    wordList: [],
    sources: [],
    messages: [],
  }
  return { level, length, edition, selected, ids: [variantId(variant)] }
}

/** A grade over the limit is told of the topic where it is over it without additions too. */
function madeTooHard(
  print: Print,
  topic: Topic,
  { chain }: Organization,
  settings: Settings,
): AdditionFinding[] {
  const reason = tooHard(print, topic, settings)
  const last = topic.additions?.at(-1)
  if (!reason || !last) return []
  const { additions: _, ...alone } = topic
  const [id = ''] = print.ids
  const [organization = ''] = chain
  const variant = { organization, language: topic.language, topic: topic.id, ...print }
  if (tooHard({ ...print, selected: selectTopic(alone, variant, settings, chain) }, topic, settings))
    return []
  const message = fault({
    rule: 'grade-over-limit',
    severity: settings.rules['grade-over-limit'] === 'warning' ? 'warning' : 'error',
    reason: `With what is added, ${reason.charAt(0).toLowerCase()}${reason.slice(1).replace(/\.$/, '')} (${print.level} ${print.length}).`,
    hint: 'Use shorter sentences and words in what is added.',
    place: { line: 1, column: 1 },
    file: last.path,
  })
  return [{ message, variants: [id] }]
}
