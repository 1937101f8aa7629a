// A translation and its source -> parts of the source that changed after they were translated.
import { translationChanges } from '../../model/translation-changes.js'
import type { Rule } from '../rule.js'

/** For the examples: a text, and a translation that follows it. */
const source = '---\ntitle: T\n---\n\n## What helps\n\nRest.\n\n:::get-help\nCall us.\n:::'
const translated =
  '---\ntitle: Manos\ntranslation-of:\n  language: en\n  sections: {title: "e632b709", summary: "8de0b3c4", what-helps: "c8a09710", get-help: "064cb408"}\n---\n\n## Qué ayuda\n\nDescanse.\n\n:::get-help\nLlámenos.\n:::'

export const translationStale: Rule = {
  id: 'translation-stale',
  severity: 'warning',
  finds: 'A part of the source changed after it was translated.',
  why:
    'Readers of one language are told what readers of another no longer are. It is an error for warnings, for when to get help and ' +
    'for notices, and the handouts are not made. `handout status` shows what changed. Follow it, then run `handout status --translated ' +
    'topic/language`. Blanks and empty lines do not count, nor does the day on which a source was read.',
  topic({ topic, original, frontMatter }, report) {
    const translated = topic.meta.translationOf?.sections
    if (!original || original === 'missing' || !translated) return
    for (const change of translationChanges(original, topic, translated)) {
      const { kind, id, name, safety, translation } = change
      if (kind === 'missing' || kind === 'extra') continue
      const reasons = {
        changed: `“${name}” changed in ${original.path} after it was translated.`,
        added: `“${name}” is new in ${original.path} since it was translated.`,
        gone: `${original.path} no longer has \`${id}\`, which was translated.`,
      }
      report({
        place:
          translation?.place ??
          frontMatter(kind === 'gone' ? ['translation-of', 'sections', id] : [id], 'key'),
        key: id,
        ...(safety ? { severity: 'error' } : {}),
        reason: reasons[kind],
        hint: `See what changed with \`handout status ${topic.id}\`, follow it here, then run \`handout status --translated ${topic.id}/${topic.language}\`.`,
      })
    }
  },
  examples: [
    {
      text: translated,
      original: source.replace('Rest.', 'Rest and drink.'),
      at: ['8:1'],
      language: 'es',
    },
    {
      title: 'When to get help: an error.',
      text: translated,
      original: source.replace('Call us.', 'Call 911.'),
      at: ['12:1'],
      language: 'es',
    },
    {
      title: 'Another heading, and words of the front matter.',
      text: translated,
      original: source.replace('What helps', 'What to do').replace('title: T', 'title: Clean hands'),
      at: ['2:1', '8:1'],
      language: 'es',
    },
    {
      title: 'The section is gone, here too.',
      text: translated.replace('## Qué ayuda\n\nDescanse.\n\n', ''),
      original: source.replace('## What helps\n\nRest.\n\n', ''),
      at: ['5:54'],
      language: 'es',
    },
    { text: translated, original: source, at: [], language: 'es' },
    {
      title: 'Blanks and empty lines do not count.',
      text: translated,
      original: source.replace('Rest.', '\n\nRest.  '),
      at: [],
      language: 'es',
    },
  ],
}
