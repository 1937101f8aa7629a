// A text, its translation and the hashes of what was translated -> what the translation does not follow.
import { alignSections, type SectionPair } from './align-sections.js'
import { type TextSection, type TranslatedText, textSections } from './text-sections.js'
import type { Topic } from './topic.js'

/** The text that a translation follows. */
export type Original = Pick<Topic, 'language' | 'path' | 'source' | 'meta' | 'body'>

/**
 * - `changed`: other words than those that were translated
 * - `added`: it has a counterpart, and nothing says which words were translated
 * - `gone`: it was translated, and the source no longer has it
 * - `missing`: the translation has nothing for it
 * - `extra`: the source has nothing for it
 */
export type ChangeKind = 'changed' | 'added' | 'gone' | 'missing' | 'extra'

export interface TranslationChange {
  readonly kind: ChangeKind
  /** Id of the part in `translation-of`, or in the translation when it is extra. */
  readonly id: string
  /** Its heading or label. */
  readonly name: string
  /** Whether harm is near: a warning, when to get help. */
  readonly safety: boolean
  readonly source: TextSection | undefined
  readonly translation: TextSection | undefined
  /** Hash of the words that were translated. */
  readonly translated: string | undefined
}

/** What is to be translated, in the order of the source. */
export function translationChanges(
  original: TranslatedText,
  translation: TranslatedText,
  translated: Readonly<Record<string, string>>,
): TranslationChange[] {
  const sections = textSections(original)
  const gone = Object.entries(translated).filter(([id]) => !sections.some((section) => section.id === id))
  const changes = alignSections(sections, textSections(translation)).flatMap((pair): TranslationChange[] => {
    const one = pair.source ?? pair.translation
    if (!one) return []
    const hash = pair.source && (translated[pair.source.id] ?? hashBefore(pair.source, gone))
    const kind = kindOf(pair, hash)
    const { id, name, safety } = one
    return kind ? [{ kind, id, name, safety, translated: hash, ...pair }] : []
  })
  return [...changes, ...gone.map(([id, hash]) => goneChange(id, hash))]
}

/** A part with a new heading has a new id: it was the part with the same words, or the next of its kind, that is gone. */
function hashBefore({ id, hash }: TextSection, gone: [id: string, hash: string][]): string | undefined {
  const same = gone.findIndex(([, other]) => other === hash)
  const at = same >= 0 ? same : gone.findIndex(([other]) => partIn(other) === partIn(id))
  return at < 0 ? undefined : gone.splice(at, 1)[0]?.[1]
}

/** What an id names inside a section: `warning` of `risks/warning`. */
function partIn(id: string): string {
  return id.split('/')[1]?.replace(/-\d+$/, '') ?? ''
}

function goneChange(id: string, translated: string): TranslationChange {
  const safety = /^(?:emergency|get-help|notices)\b/.test(id) || partIn(id) !== ''
  return { kind: 'gone', id, name: id, safety, translated, source: undefined, translation: undefined }
}

function kindOf(
  { source, translation }: SectionPair,
  translated: string | undefined,
): ChangeKind | undefined {
  if (!source) return 'extra'
  if (!translation) return 'missing'
  if (translated === undefined) return 'added'
  return translated === source.hash ? undefined : 'changed'
}
