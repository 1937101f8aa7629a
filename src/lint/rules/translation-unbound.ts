// Front matter of a translation -> whether it says which text was translated, and whether that is there.
import type { Rule } from '../rule.js'

export const translationUnbound: Rule = {
  id: 'translation-unbound',
  severity: 'warning',
  finds: 'A translation does not say which words were translated, or there is no such text.',
  why:
    'When the source changes, nobody is told that the translation is behind. `handout status --translated topic/language` writes ' +
    'the hashes of the parts as they are now; run it when the translation follows them. It is an error when `translation-of` names a ' +
    'language in which there is no text.',
  topic({ topic, original, frontMatter }, report) {
    const { translationOf } = topic.meta
    if (!translationOf) return
    const { language, hash, sections } = translationOf
    if (original === 'missing')
      report({
        place: frontMatter(['translation-of', 'language']),
        severity: 'error',
        reason:
          language === topic.language
            ? 'A text is no translation of itself.'
            : `There is no text in \`${language}\` beside this one.`,
        hint: 'Name the language of the file that was translated, or take `translation-of` out.',
      })
    else if (sections === undefined)
      report({
        place: frontMatter(['translation-of'], 'key'),
        reason:
          hash === undefined
            ? 'Nothing says which words were translated.'
            : 'One hash tells that something changed, but not which part.',
        hint: `When it follows the text in \`${language}\`, run \`handout status --translated ${topic.id}/${topic.language}\`.`,
      })
  },
  examples: [
    {
      text: '---\ntitle: Manos\ntranslation-of: {language: en}\n---\n\nDescanse.',
      original: 'Rest.',
      at: ['3:1'],
      language: 'es',
    },
    {
      title: 'One hash for the whole text.',
      text: '---\ntitle: Manos\ntranslation-of: {language: en, hash: 5f1d}\n---\n\nDescanse.',
      original: 'Rest.',
      at: ['3:1'],
      language: 'es',
    },
    {
      title: 'There is no such text.',
      text: '---\ntitle: Manos\ntranslation-of: {language: fr}\n---\n\nDescanse.',
      at: ['3:28'],
      language: 'es',
    },
    {
      title: 'A text is no translation of itself.',
      text: '---\ntitle: Manos\ntranslation-of: {language: es}\n---\n\nDescanse.',
      at: ['3:28'],
      language: 'es',
    },
    {
      text: '---\ntitle: Manos\ntranslation-of: {language: en, sections: {title: "e632b709"}}\n---\n\nDescanse.',
      original: 'Rest.',
      at: [],
      language: 'es',
    },
    {
      title: 'A text of its own.',
      text: '---\ntitle: Manos\n---\n\nDescanse.',
      original: 'Rest.',
      at: [],
      language: 'es',
    },
  ],
}
