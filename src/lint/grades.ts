// Counts of a text and its language -> its grades, by the formulas made for that language.
import { automatedReadability } from 'automated-readability'
import { colemanLiau } from 'coleman-liau'
import { daleChallFormula } from 'dale-chall-formula'
import { fleschKincaid } from 'flesch-kincaid'
import { gunningFog } from 'gunning-fog'
import { smogFormula } from 'smog-formula'
import type { Grades } from '../model/readability.js'
import type { Counts } from './counts.js'

type Formulas = (counts: Counts) => Grades

const byLanguage: Readonly<Record<string, Formulas>> = {
  en: ({ sentences, words, syllables, characters, ...counts }) => ({
    fleschKincaid: round(fleschKincaid({ sentence: sentences, word: words, syllable: syllables })),
    smog: round(smogFormula({ sentence: sentences, polysillabicWord: counts.polysyllabicWords })),
    gunningFog: round(
      gunningFog({ sentence: sentences, word: words, complexPolysillabicWord: counts.complexWords }),
    ),
    // The authors count letters and numerals alike.
    colemanLiau: round(colemanLiau({ sentence: sentences, word: words, letter: characters })),
    automatedReadability: round(
      automatedReadability({ sentence: sentences, word: words, character: characters }),
    ),
    daleChall: round(
      daleChallFormula({ sentence: sentences, word: words, difficultWord: counts.unfamiliarWords }),
    ),
  }),
  es: ({ sentences, words, syllables }) => ({
    fernandezHuerta: round(fernandezHuerta({ sentences, words, syllables })),
    inflesz: round(inflesz({ sentences, words, syllables })),
  }),
}

/** The grades; empty for a language without a formula and for a text without words. */
export function gradesOf(counts: Counts, language: string): Grades {
  return counts.words === 0 || counts.sentences === 0 ? {} : (byLanguage[language]?.(counts) ?? {})
}

type Sizes = Pick<Counts, 'sentences' | 'words' | 'syllables'>

/**
 * Fernández Huerta’s “lecturabilidad” (1959): 206.84 − 0.60 P − 1.02 F, with P the syllables in 100 words and F the
 * words a sentence, as corrected by Law (2011); the first print says “sentences in 100 words” by mistake.
 */
export function fernandezHuerta({ sentences, words, syllables }: Sizes): number {
  return 206.84 - (60 * syllables) / words - (1.02 * words) / sentences
}

/** Szigriszt’s “perspicuidad” (1993), read on the scale INFLESZ of Barrio (2008). */
export function inflesz({ sentences, words, syllables }: Sizes): number {
  return 206.835 - (62.3 * syllables) / words - words / sentences
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
