// A topic and an organization -> the topic with what the organization and those it inherits from add to it.
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { type AdditionReading, readAddition } from '../content/read-addition.js'
import type { Vocabulary } from '../content/vocabulary.js'
import { isError } from '../model/message.js'
import type { Organization } from '../model/organization.js'
import type { Settings } from '../model/settings.js'
import type { Topic } from '../model/topic.js'
import { unknownSections } from '../select/unknown-sections.js'

export interface TopicOfOrganization {
  /** Undefined when what is added is at fault. */
  readonly topic: Topic | undefined
  readonly messages: readonly VFileMessage[]
}

/** Reads what is added and puts it to the topic; a topic without additions is given back as it is. */
export async function withAdditions(
  topic: Topic,
  organization: Organization,
  settings: Settings,
  vocabulary: Vocabulary,
): Promise<TopicOfOrganization> {
  const { root, folders } = settings
  const files = organization.additions
    .filter((one) => one.topic === topic.id && one.language === topic.language)
    .map((one) => ({
      organization: one.organization,
      file: path.join(
        folders.templates,
        'organizations',
        one.organization,
        'topics',
        one.topic,
        `${one.language}.md`,
      ),
    }))
  if (files.length === 0) return { topic, messages: [] }
  const readings: AdditionReading[] = []
  // One after the other: an addition may use the words and sources of those before it.
  let meta = topic.meta
  for (const file of files) {
    const reading = await readAddition(file, { meta }, root, vocabulary)
    readings.push(reading)
    const { terms, sources } = reading
    meta = { ...meta, terms: { ...meta.terms, ...terms }, sources: { ...meta.sources, ...sources } }
  }
  const additions = readings.flatMap(({ addition }) => addition ?? [])
  const messages = readings.flatMap((reading) => reading.messages)
  messages.push(...unknownSections(topic.body, additions, organization, settings))
  if (messages.some(isError)) return { topic: undefined, messages }
  const pictures = new Map([...topic.pictures, ...readings.flatMap((reading) => [...reading.pictures])])
  return { topic: { ...topic, meta, pictures, additions }, messages }
}
