// Source of a translation and the parts that were translated -> the source with their hashes in `translation-of`.
import { HandoutError } from '../model/error.js'
import type { TextSection } from '../model/text-sections.js'
import { withEntry } from '../yaml/with-entry.js'
import { changeFrontMatter } from './change-front-matter.js'

/** Words that YAML takes for something else than text. */
const notText = /^(?:null|true|false|~)$/

/**
 * Writes which words were translated.
 *
 * @throws HandoutError when there is no `translation-of` to write it into
 */
export function withTranslated(
  source: string,
  language: string,
  sections: readonly Pick<TextSection, 'id' | 'hash'>[],
): string {
  const lineEnd = /\r?\n/.exec(source)?.[0] ?? '\n'
  const entry = [
    'translation-of:',
    `  language: ${language}`,
    '  sections:',
    ...sections.map(({ id, hash }) => `    ${keyOf(id)}: "${hash}"`),
  ].join(lineEnd)
  const bound = changeFrontMatter(source, (yaml) => withEntry(yaml, 'translation-of', entry))
  if (bound === undefined)
    throw new HandoutError('internal', 'A text without `translation-of` was to be bound to its source.')
  return bound
}

function keyOf(id: string): string {
  return /^\p{L}[\p{L}\p{M}\p{N}/-]*$/u.test(id) && !notText.test(id) ? id : JSON.stringify(id)
}
