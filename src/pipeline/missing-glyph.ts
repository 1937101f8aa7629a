// A character that no font has -> the fault, at the place where it is written.
import type { VFileMessage } from 'vfile-message'
import type { MissingGlyph } from '../media/fonts.js'
import { findInText } from '../model/find-in-text.js'
import { fault } from '../model/message.js'
import type { Topic } from '../model/topic.js'
import type { Theme } from '../template/theme.js'

/** Looks in the topic, then in what the organization prints around it; a name in organization.yaml is what is left. */
export function missingGlyph(
  { text, language, install }: MissingGlyph,
  topic: Topic,
  theme: Theme,
): VFileMessage {
  const notices = [...theme.organization.notices, ...topic.meta.notices].flatMap(
    (id) => theme.notice(id) ?? [],
  )
  const texts = [
    { path: topic.path, text: topic.source },
    ...notices,
    ...theme.labelFiles,
    ...theme.templates,
    ...theme.styles,
  ]
  const forms = [text, text.normalize('NFD')]
  const found = forms.map((form) => findInText(form, texts)).find((one) => one !== undefined)
  const codes = [...text].map(
    (char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
  return fault({
    rule: 'glyph-missing',
    reason: `No font has the character “${text}” (${codes.join(' ')}) in \`${language}\`.`,
    hint: install ? `Write it otherwise, or run \`npm install ${install}\`.` : 'Write it otherwise.',
    file: found?.path ?? theme.organization.path,
    place: found?.place ?? { line: 1, column: 1 },
  })
}
