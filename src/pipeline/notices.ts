// A topic and a theme -> the notices printed under it, and those that have no text in its language.
import type { VFileMessage } from 'vfile-message'
import { fault } from '../model/message.js'
import type { Topic } from '../model/topic.js'
import type { Notice, Theme } from '../template/theme.js'

/** The notices of the organization, then those of the topic, each once. */
export function noticesOf(
  topic: Topic,
  theme: Theme,
): { readonly notices: readonly Notice[]; readonly messages: readonly VFileMessage[] } {
  const ids = [...new Set([...theme.organization.notices, ...topic.meta.notices])]
  const notices = ids.flatMap((id) => theme.notice(id) ?? [])
  const messages = ids
    .filter((id) => !theme.notice(id))
    .map((id) =>
      fault({
        rule: 'notice-missing',
        reason: `The notice \`${id}\` has no text in \`${theme.language}\`.`,
        hint: `Add templates/notices/${id}/${theme.language}.md.`,
        place: { line: 1, column: 1 },
        file: theme.organization.notices.includes(id) ? theme.organization.path : topic.path,
      }),
    )
  return { notices, messages }
}
