// Bilingual variants -> the sections that have no partner in the other language, without making anything.
import type { VFileMessage } from 'vfile-message'
import { isError } from '../../model/message.js'
import type { Organization } from '../../model/organization.js'
import type { Settings } from '../../model/settings.js'
import type { Topic } from '../../model/topic.js'
import type { Variant } from '../../model/variant.js'
import { outlineOf } from '../../pipeline/outline.js'
import { withoutPartner } from '../../pipeline/side-by-side.js'
import type { Library } from '../library.js'
import { topicKey, topicKeys } from '../topics.js'
import type { Readings } from './readings.js'

/** Texts and organizations at fault are left out: what is wrong with them is told. */
export async function judgeSideBySide(
  library: Library,
  settings: Settings,
  variants: readonly Variant[],
  readings: Readings,
): Promise<VFileMessage[]> {
  const messages: VFileMessage[] = []
  const files = new Map(library.found.map((file) => [topicKey(file), file]))
  const byTopic = [...variants].sort((a, b) => (a.topic < b.topic ? -1 : a.topic > b.topic ? 1 : 0))
  for (const variant of byTopic) {
    const organization = library.usable.find(({ id }) => id === variant.organization)
    if (!organization) continue
    const outlines = []
    for (const key of topicKeys(variant)) {
      const file = files.get(key)
      const topic = file && (await readings.read(file)).topic
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
  const labels = await library.labels(organization, topic.language)
  if (!own || !labels || messages.some(isError)) return undefined
  return outlineOf(own, labels, variant, settings, organization.chain)
}
