// A theme -> what is wrong with the brand of its organization, judged by pages that show every block.
import type { VFileMessage } from 'vfile-message'
import { isError } from '../model/message.js'
import { lengthIds, type Settings } from '../model/settings.js'
import type { Edition } from '../model/variant.js'
import { judgeBrand as judge } from '../template/brand/judge.js'
import type { OrganizationReading } from '../template/organizations.js'
import type { Theme } from '../template/theme.js'
import { compose, typeBounds } from './compose.js'
import { specimen } from './specimen/specimen.js'

const editions: readonly Edition[] = ['standard', 'large-print']

/**
 * Judges a brand. A fault of a template that only filling it shows is found here too.
 *
 * @param notices ids of the notices there are
 */
export function judgeBrand(
  theme: Theme,
  placeOf: OrganizationReading['placeOf'],
  notices: readonly string[],
  settings: Settings,
): VFileMessage[] {
  const { language, organization } = theme
  const there = notices.filter((id) => theme.notice(id))
  const topic = specimen(language, there)
  // Both editions fill the same templates, so they find the same faults.
  const messages = new Map<string, VFileMessage>()
  const level = Object.keys(settings.levels)[0] ?? ''
  const length = lengthIds(settings).at(-1) ?? ''
  const pages = editions.flatMap((edition) => {
    const variant = { organization: organization.id, language, topic: topic.id, level, length, edition }
    const { composed, messages: found } = compose(topic, variant, theme, settings, '')
    for (const message of found)
      if (message.file !== topic.path && isError(message))
        messages.set(`${message.file} ${message.name} ${message.message}`, message)
    return composed ? [{ html: composed.job.html, type: typeBounds[edition].least }] : []
  })
  return [...messages.values(), ...judge(theme, placeOf, pages)]
}
