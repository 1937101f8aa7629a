// Text in any language but English -> sentences and words by the rules of Unicode.
import { isWord, type Sentence, type Splitter } from './sentence.js'

/** Endings that look like the end of a sentence and are not, where a name or number follows. */
const abbreviations: Readonly<Record<string, RegExp>> = {
  es: /(?:^|[\s(])(?:Dr|Dra|Sr|Sra|Srta|Ud|Uds|núm|pág|p|ej|etc|EE|UU)\.\s*$/u,
}

/**
 * A splitter for a language.
 *
 * @param syllables counts the syllables of a word; left out where the language has no way to
 */
export function splitterFor(language: string, syllables: (word: string) => number = () => 0): Splitter {
  const locale = Intl.Segmenter.supportedLocalesOf([language])[0] ?? 'und'
  const sentences = new Intl.Segmenter(locale, { granularity: 'sentence' })
  const words = new Intl.Segmenter(locale, { granularity: 'word' })
  const abbreviation = abbreviations[language.split('-')[0] ?? '']
  return (text) => {
    const found: Sentence[] = []
    let open: string | undefined
    let from = 0
    for (const { segment, index } of sentences.segment(text)) {
      if (open === undefined) from = index
      open = (open ?? '') + segment
      const goesOn = abbreviation?.test(open) && index + segment.length < text.length
      if (goesOn) continue
      found.push(...sentence(open, from))
      open = undefined
    }
    return found
  }

  function sentence(text: string, start: number): Sentence[] {
    const found = [...words.segment(text)]
      .filter(({ segment, isWordLike }) => isWordLike && isWord(segment))
      .map(({ segment, index }) => ({
        text: segment,
        start: start + index,
        end: start + index + segment.length,
        syllables: syllables(segment),
      }))
    if (found.length === 0) return []
    return [{ start, end: start + text.trimEnd().length, words: found, passives: [] }]
  }
}
