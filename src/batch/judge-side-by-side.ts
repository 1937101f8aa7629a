// Bilingual variants -> the sections that have no partner in the other language, without making anything.
import type { VFileMessage } from 'vfile-message'
import { isError } from '../model/message.js'
import type { Organization } from '../model/organization.js'
import type { Settings } from '../model/settings.js'
import type { Topic } from '../model/topic.js'
import type { Variant } from '../model/variant.js'
import { outlineOf } from '../pipeline/outline.js'
import { withoutPartner } from '../pipeline/side-by-side.js'
import type { Library } from './library.js'
import { topicKey, topicKeys } from './topics.js'

/** Texts and organizations at fault are left out: what is wrong with them is told. */
export async function judgeSideBySide(
  library: Library,
  settings: Settings,
  variants: readonly Variant[],
): Promise<VFileMessage[]> {
  const messages: VFileMessage[] = []
  const wanted = new Set(variants.flatMap(topicKeys))
  const readings = await library.readTopics((topic) => wanted.has(topicKey(topic)))
  const topics = new Map(readings.map((reading) => [topicKey(reading), reading.topic]))
  for (const variant of variants) {
    const organization = library.usable.find(({ id }) => id === variant.organization)
    if (!organization) continue
    const outlines = []
    for (const key of topicKeys(variant)) {
      const topic = topics.get(key)
      const outline = topic && (await outlineIn(library, settings, organization, topic, variant))
      if (outline) outlines.push(outline)
    }
    const [first, second] = outlines
    const found = first && second && withoutPartner(first, second, variant)
    if (found) messages.push(found)
  }
  return messages
}

async function outlineIn(
  library: Library,
  settings: Settings,
  organization: Organization,
  topic: Topic,
  variant: Variant,
) {
  const { topic: own, messages } = await library.topicFor(topic, organization)
  const { theme } = await library.theme(organization, topic.language)
  if (!own || !theme || messages.some(isError)) return undefined
  return outlineOf(own, theme.labels, variant, settings, organization.chain)
}
