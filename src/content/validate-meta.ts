// Checked front matter -> what is wrong with it beyond its shape.
import type { VFileMessage } from 'vfile-message'
import { fault } from '../model/message.js'
import { didYouMean } from '../model/suggest.js'
import type { CheckedYaml } from '../yaml/checked-yaml.js'
import type { Referred } from './loose-meta.js'
import type { Vocabulary } from './vocabulary.js'

/** Texts for each level name every level and no other; notices and related topics exist. */
export function validateMeta(
  meta: Pick<Referred, 'title' | 'readers' | 'notices' | 'related'>,
  placeOf: CheckedYaml<unknown>['placeOf'],
  vocabulary: Vocabulary,
  file: string,
): VFileMessage[] {
  const messages: VFileMessage[] = []
  for (const key of ['title', 'readers'] as const) {
    const value = meta[key]
    if (value === undefined || typeof value === 'string') continue
    for (const level of Object.keys(value))
      if (!vocabulary.levels.includes(level))
        messages.push(
          fault({
            rule: 'level-unknown',
            reason: `There is no level \`${level}\`.`,
            hint: didYouMean(level, vocabulary.levels),
            place: placeOf([key, level], 'key'),
            file,
          }),
        )
    const missing = vocabulary.levels.filter((level) => !Object.hasOwn(value, level))
    if (missing.length > 0)
      messages.push(
        fault({
          rule: 'level-missing',
          reason: `\`${key}\` has no text for ${missing.join(', ')}.`,
          hint: 'Give one text for each level, or one text for all.',
          place: placeOf([key], 'key'),
          file,
        }),
      )
  }
  const checkNames = (key: 'notices' | 'related', known: readonly string[], rule: string, kind: string) =>
    meta[key].forEach((name, index) => {
      if (name === '' || known.includes(name)) return
      const place = placeOf([key, index])
      messages.push(
        fault({
          rule,
          reason: `There is no ${kind} \`${name}\`.`,
          hint: didYouMean(name, known),
          place,
          file,
        }),
      )
    })
  checkNames('notices', vocabulary.notices, 'notice-unknown', 'notice')
  checkNames('related', vocabulary.topics, 'related-unknown', 'topic')
  return messages
}
