// What a variant prints of a topic -> its sections by what they are known by, without their words compiled.
import { visit } from 'unist-util-visit'
import { sections } from '../html/plugins/sections.js'
import type { SectionHead } from '../html/section-head.js'
import type { Labels } from '../model/labels.js'
import type { Selected } from '../model/selected.js'
import type { Settings } from '../model/settings.js'
import type { Topic } from '../model/topic.js'
import type { Variant } from '../model/variant.js'
import { selectTopic } from '../select/select-topic.js'

/** The sections of one language. */
export interface Outline {
  readonly topic: Topic
  /** The main message first, the footnotes last, where there are any. */
  readonly heads: readonly SectionHead[]
}

/** @param labels of the language of the topic */
export function outlineOf(
  topic: Topic,
  labels: Labels,
  variant: Variant,
  settings: Settings,
  organizations: readonly string[],
): Outline {
  const selected = selectTopic(topic, variant, settings, organizations)
  return wholeOutline(topic, selected, sections(labels)(selected.body))
}

/** @param heads of the sections of the body */
export function wholeOutline(
  topic: Topic,
  { mainMessage, body }: Selected,
  heads: readonly SectionHead[],
): Outline {
  const further = (kind: string, position: SectionHead['position']): SectionHead => ({
    kind,
    name: kind,
    position,
    file: undefined,
    marks: [],
  })
  let hasNotes = false
  visit(body, 'footnoteReference', () => {
    hasNotes = true
  })
  const note = topic.body.children.find(({ type }) => type === 'footnoteDefinition')
  return {
    topic,
    heads: [
      ...(mainMessage ? [further('main-message', mainMessage.position)] : []),
      ...heads,
      ...(hasNotes ? [further('footnotes', note?.position)] : []),
    ],
  }
}
