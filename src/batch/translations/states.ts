// Topics as read -> how far each translation follows its source; and the hashes of those that were translated anew.
import path from 'node:path'
import { withTranslated } from '../../content/bind-translation.js'
import { originalOf, readOriginal } from '../../content/read-original.js'
import { HandoutError } from '../../model/error.js'
import type { Settings } from '../../model/settings.js'
import { textSections } from '../../model/text-sections.js'
import type { Topic, TopicReading } from '../../model/topic.js'
import {
  type ChangeKind,
  type Original,
  type TranslationChange,
  translationChanges,
} from '../../model/translation-changes.js'
import { writeWhole } from '../../output/write.js'
import { matchesAny } from '../plan.js'
import { earlierTexts } from './earlier-texts.js'
import { wordDiff } from './word-diff.js'

/** A part that does not follow its source. */
export interface StalePart {
  /** Id of the part. */
  readonly section: string
  readonly name: string
  readonly change: ChangeKind
  /** `error`: a warning, when to get help, a notice. */
  readonly severity: 'error' | 'warning'
  /** Words of the source that went and came; undefined when the earlier words are not known. */
  readonly difference: string | undefined
}

export interface TranslationState {
  readonly topic: string
  readonly language: string
  /** Path of the translation relative to the root. */
  readonly path: string
  /** Language of the source. */
  readonly of: string
  /** `bound`: it says which words were translated; `unbound`: it does not; `missing`: there is no source to read. */
  readonly binding: 'bound' | 'unbound' | 'missing'
  readonly stale: readonly StalePart[]
}

/** How far each translation follows its source; topics that are none are left out. */
export async function translationStates(
  settings: Settings,
  readings: readonly TopicReading[],
): Promise<TranslationState[]> {
  const states = await Promise.all(
    readings.map(({ topic }) => (topic?.meta.translationOf ? stateOf(settings.root, topic) : undefined)),
  )
  return states.filter((state) => state !== undefined)
}

/**
 * Writes into translations that they follow their sources as these are now.
 *
 * @param wanted `topic/language`, with `*` for any letters
 * @returns paths of the files that were written
 * @throws HandoutError `name-unknown` when one names no translation without faults
 */
export async function markTranslated(
  settings: Settings,
  readings: readonly TopicReading[],
  wanted: readonly string[],
): Promise<string[]> {
  const translations = readings.flatMap(({ topic }) => (topic?.meta.translationOf ? [topic] : []))
  const nameOf = ({ id, language }: Topic) => `${id}/${language}`
  for (const one of wanted)
    if (!translations.some((topic) => matchesAny(nameOf(topic), [one])))
      throw new HandoutError('name-unknown', `There is no translation \`${one}\` without faults.`, {
        hint: `Write topic/language, and \`translation-of: {language: …}\` into its front matter. There are: ${translations.map(nameOf).join(', ') || 'none'}.`,
      })
  const written: string[] = []
  for (const topic of translations.filter((one) => matchesAny(nameOf(one), wanted))) {
    const original = await readOriginal(topic, settings.root)
    if (!original || original === 'missing')
      throw new HandoutError(
        'name-unknown',
        `There is no text without faults that ${topic.path} translates.`,
        {
          hint: 'Check `translation-of` and the text it names.',
        },
      )
    const text = withTranslated(topic.source, original.language, textSections(original))
    if (text === topic.source) continue
    await writeWhole(path.join(settings.root, topic.path), text)
    written.push(topic.path)
  }
  return written
}

async function stateOf(root: string, topic: Topic): Promise<TranslationState> {
  const { id, language, meta } = topic
  const { language: of = '', sections } = meta.translationOf ?? {}
  const base = { topic: id, language, path: topic.path, of }
  const original = await readOriginal(topic, root)
  if (!original || original === 'missing') return { ...base, binding: 'missing', stale: [] }
  if (!sections) return { ...base, binding: 'unbound', stale: [] }
  const changes = translationChanges(original, topic, sections)
  const earlier = await earlierWords(root, original, changes)
  const stale = changes.map(
    (change): StalePart => ({
      section: change.id,
      name: change.name,
      change: change.kind,
      severity: change.safety ? 'error' : 'warning',
      difference: differenceOf(change, earlier),
    }),
  )
  return { ...base, binding: 'bound', stale }
}

function differenceOf(
  { kind, source, translated }: TranslationChange,
  earlier: ReadonlyMap<string, string>,
): string | undefined {
  const before = translated === undefined ? undefined : earlier.get(translated)
  if (kind === 'added' || kind === 'missing') return source && wordDiff('', source.text)
  return before === undefined ? undefined : wordDiff(before, source?.text ?? '')
}

/** Words by their hash, as far as the history of the file has them. */
async function earlierWords(
  root: string,
  { path: file }: Original,
  changes: readonly TranslationChange[],
): Promise<Map<string, string>> {
  const wanted = new Set(
    changes.flatMap(({ kind, translated }) =>
      translated !== undefined && (kind === 'changed' || kind === 'gone') ? [translated] : [],
    ),
  )
  const found = new Map<string, string>()
  if (wanted.size === 0) return found
  for await (const text of earlierTexts(root, file)) {
    const original = originalOf(text, file)
    if (!original) continue
    for (const { hash, text: words } of textSections(original)) if (wanted.has(hash)) found.set(hash, words)
    if (found.size === wanted.size) break
  }
  return found
}
