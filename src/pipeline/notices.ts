// A topic and a theme -> the notices printed under it, and those that have no text in its language.
import type { VFileMessage } from 'vfile-message'
import { fitsGlob } from '../model/glob.js'
import { fault } from '../model/message.js'
import type { Topic } from '../model/topic.js'
import type { Notice, Theme } from '../template/theme.js'

/** The notices of the organization, those it has for this topic, then those of the topic, each once. */
export function noticesOf(
  topic: Topic,
  theme: Theme,
): { readonly notices: readonly Notice[]; readonly messages: readonly VFileMessage[] } {
  const { notices: always, topicNotices } = theme.organization
  const forTopic = Object.entries(topicNotices).flatMap(([glob, ids]) =>
    fitsGlob(topic.id, glob) ? ids : [],
  )
  const ofOrganization = [...always, ...forTopic]
  const ids = [...new Set([...ofOrganization, ...topic.meta.notices])]
  const notices = ids.flatMap((id) => theme.notice(id) ?? [])
  const messages = ids
    .filter((id) => !theme.notice(id))
    .map((id) =>
      fault({
        rule: 'notice-missing',
        reason: `The notice \`${id}\` has no text in \`${theme.language}\`.`,
        hint: `Add templates/notices/${id}/${theme.language}.md.`,
        place: { line: 1, column: 1 },
        file: ofOrganization.includes(id) ? theme.organization.path : topic.path,
      }),
    )
  return { notices, messages }
}
