// A translation and its source -> parts that one of the two does not have.
import { translationChanges } from '../../model/translation-changes.js'
import type { Rule } from '../rule.js'

/** For the examples: a text, and a translation that follows it. */
const source = '---\ntitle: T\n---\n\n## What helps\n\nRest.\n\n:::get-help\nCall us.\n:::'
const translated =
  '---\ntitle: Manos\ntranslation-of:\n  language: en\n  sections: {title: "e632b709", summary: "8de0b3c4", what-helps: "c8a09710", get-help: "064cb408"}\n---\n\n## Qué ayuda\n\nDescanse.\n\n:::get-help\nLlámenos.\n:::'

export const translationPartsDiffer: Rule = {
  id: 'translation-parts-differ',
  severity: 'warning',
  finds: 'A translation lacks a part of its source, or has one more.',
  why:
    'Sections and blocks of a translation stand in the order of its source: they are paired by their kind, by who sees them, and by the ' +
    'cites and numbers in them. Without its counterpart a part is lost for readers of the other language. It is an error for warnings, ' +
    'for when to get help and for notices.',
  topic({ topic, original, frontMatter }, report) {
    const translated = topic.meta.translationOf?.sections
    if (!original || original === 'missing' || !translated) return
    for (const { kind, id, name, safety, translation } of translationChanges(original, topic, translated)) {
      if (kind !== 'missing' && kind !== 'extra') continue
      const isMissing = kind === 'missing'
      report({
        place: translation?.place ?? frontMatter(isMissing ? ['translation-of'] : [id], 'key'),
        key: id,
        ...(safety ? { severity: 'error' } : {}),
        reason: isMissing
          ? `“${name}” of ${original.path} is missing here.`
          : `“${name}” has no counterpart in ${original.path}.`,
        hint: isMissing ? 'Translate it, in its place.' : 'Take it out, or write it into the source too.',
      })
    }
  },
  examples: [
    {
      text: translated,
      original: `${source}\n\n## Sleep\n\nSleep well.`,
      at: ['3:1'],
      language: 'es',
    },
    {
      title: 'A warning is lost: an error.',
      text: translated,
      original: source.replace('Rest.', 'Rest.\n\n:::warning\nDo not drive.\n:::'),
      at: ['3:1'],
      language: 'es',
    },
    {
      title: 'Nothing of this is in the source.',
      text: `${translated}\n\n## Dormir\n\nDuerma bien.`,
      original: source,
      at: ['16:1'],
      language: 'es',
    },
    { text: translated, original: source, at: [], language: 'es' },
    {
      title: 'Blocks of one kind that follow one another are one part.',
      text: translated.replace(
        ':::get-help\nLlámenos.\n:::',
        ':::get-help{until=short}\nLlámenos.\n:::\n\n:::get-help{from=medium}\nLlame a la clínica.\n:::',
      ),
      original: source,
      at: [],
      language: 'es',
    },
  ],
}
