// A theme, or two side by side -> what is wrong with the brand of its organization, judged by pages that show every block.
import type { VFileMessage } from 'vfile-message'
import { isError } from '../model/message.js'
import { lengthIds, type Settings } from '../model/settings.js'
import type { Edition, Variant } from '../model/variant.js'
import { judgeBrand as judge } from '../template/brand/judge.js'
import type { OrganizationReading } from '../template/organizations.js'
import type { Theme } from '../template/theme.js'
import { compose, typeBounds } from './compose.js'
import { specimenFor } from './specimen/specimen.js'

const editions: readonly Exclude<Edition, 'bilingual'>[] = ['standard', 'large-print']

/**
 * Judges a brand. A fault of a template that only filling it shows is found here too.
 *
 * @param notices ids of the notices there are
 * @param beside the second language of its bilingual edition, where this is the first
 */
export function judgeBrand(
  theme: Theme,
  placeOf: OrganizationReading['placeOf'],
  notices: readonly string[],
  settings: Settings,
  beside?: Theme,
): VFileMessage[] {
  const { language, organization } = theme
  const topic = specimenFor(theme, notices)
  const second = beside && { topic: specimenFor(beside, notices), theme: beside }
  const looks: readonly Pick<Variant, 'edition' | 'beside'>[] = [
    ...editions.map((edition) => ({ edition })),
    ...(beside ? [{ edition: 'bilingual', beside: beside.language } as const] : []),
  ]
  // All editions fill the same templates, so they find the same faults.
  const messages = new Map<string, VFileMessage>()
  const level = Object.keys(settings.levels)[0] ?? ''
  const length = lengthIds(settings).at(-1) ?? ''
  const pages = looks.flatMap((look) => {
    const variant = { organization: organization.id, language, topic: topic.id, level, length, ...look }
    const half = look.beside === undefined ? undefined : second
    const { composed, messages: found } = compose(topic, variant, theme, settings, '', half)
    for (const message of found)
      if (message.file !== topic.path && isError(message))
        messages.set(`${message.file} ${message.name} ${message.message}`, message)
    return composed ? [{ html: composed.job.html, type: typeBounds[look.edition].least }] : []
  })
  return [...messages.values(), ...judge(theme, placeOf, pages)]
}
