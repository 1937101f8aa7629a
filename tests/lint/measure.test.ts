// Counts and grades: published worked examples, and texts whose syllables were marked by hand.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyze } from '../../src/lint/analyze.js'
import { type Counts, noCounts } from '../../src/lint/counts.js'
import { fernandezHuerta, gradesOf, inflesz } from '../../src/lint/grades.js'
import { measure } from '../../src/lint/measure.js'
import { proseOf } from '../../src/lint/prose.js'
import { topicOf } from '../helpers/lint.js'

const counts = (given: Partial<Counts>): Counts => ({ ...noCounts, ...given })
const gradesFor = (text: string, language = 'en') => gradesOf(analyze(text, language).counts, language)

describe('published worked examples', () => {
  // Coleman and Liau (1975): the abstract of the paper that introduces the index. Wikipedia, “Coleman–Liau index”: 5 sentences,
  // 119 words, 639 letters or digits, grade 14.5.
  test('Coleman–Liau, from text to grade', () => {
    const abstract =
      'Existing computer programs that measure readability are based largely upon subroutines which estimate number of ' +
      'syllables, usually by counting vowels. The shortcoming in estimating syllables is that it necessitates keypunching ' +
      'the prose into the computer. There is no need to estimate syllables since word length in letters is a better ' +
      'predictor of readability than word length in syllables. Therefore, a new readability formula was computed that has ' +
      'for its predictors letters per 100 words and sentences per 100 words. Both predictors can be counted by an optical ' +
      'scanning device, and thus the formula makes it economically feasible for an organization such as the U.S. Office of ' +
      'Education to calibrate the readability of all textbooks for the public school system.'
    expect(analyze(abstract, 'en').counts).toMatchObject({ sentences: 5, words: 119, characters: 639 })
    expect(gradesFor(abstract).colemanLiau).toBe(14.5)
  })

  // f1lt3r.io/coleman-liau-readability-index: grades by readable.io.
  test.each([
    ['The quick fox jumped over the lazy dog.', 3.3],
    ['The quick, sly omnivorous mammal jumped energetically over the sullen, sleepy canine.', 16.5],
  ])('Coleman–Liau of “%s”', (text, grade) => {
    expect(gradesFor(text).colemanLiau).toBe(grade)
  })

  // Wikipedia, “Flesch–Kincaid readability tests”: “The Australian platypus …” is an 11.3 as it has 24 syllables and 13 words.
  test('Flesch–Kincaid, from counts to grade', () => {
    expect(gradesOf(counts({ sentences: 1, words: 13, syllables: 24 }), 'en').fleschKincaid).toBe(11.3)
  })

  // The same page: Green Eggs and Ham has 5.7 words a sentence and 1.02 syllables a word, grade −1.3.
  test('Flesch–Kincaid of the easiest of books', () => {
    expect(gradesOf(counts({ sentences: 100, words: 570, syllables: 581 }), 'en').fleschKincaid).toBeCloseTo(
      -1.3,
      1,
    )
  })

  // Conversion table of McGraw for 30 sentences, as Hunter College prints it (hunter.cuny.edu, SMOG Readability Formula); it is
  // made from the approximate formula, and says ± 1.5 grades.
  test.each([
    [4, 5],
    [9, 6],
    [16, 7],
    [25, 8],
    [36, 9],
    [49, 10],
    [64, 11],
    [81, 12],
    [100, 13],
    [121, 14],
  ])('SMOG of %i hard words in 30 sentences', (polysyllabicWords, grade) => {
    const { smog } = gradesOf(counts({ sentences: 30, words: 400, syllables: 600, polysyllabicWords }), 'en')
    expect(Math.abs((smog ?? 0) - grade)).toBeLessThan(0.75)
  })

  // Gunning fog, Wikipedia’s formula 0.4 × (words/sentences + 100 × complex/words), by hand: 0.4 × (20 + 10) = 12, the grade
  // that page gives as the bound for a wide audience.
  test('Gunning fog, by hand', () => {
    expect(
      gradesOf(counts({ sentences: 5, words: 100, syllables: 150, complexWords: 10 }), 'en').gunningFog,
    ).toBe(12)
  })

  // Dale and Chall (1995), as charactercount.xyz prints it: 0.1579 × 10 + 0.0496 × 20 + 3.6365 = 6.2, “easily understood by an
  // average 7th or 8th-grade student”. Under 5 in 100 hard words nothing is added: 0.1579 × 4 + 0.0496 × 20 = 1.6.
  test('Dale–Chall, by hand', () => {
    const base = { sentences: 5, words: 100, syllables: 150 }
    expect(gradesOf(counts({ ...base, unfamiliarWords: 10 }), 'en').daleChall).toBe(6.2)
    expect(gradesOf(counts({ ...base, unfamiliarWords: 4 }), 'en').daleChall).toBe(1.6)
  })

  // Automated readability index: 4.71 × 5 + 0.5 × 20 − 21.43 = 12.1.
  test('ARI, by hand', () => {
    expect(
      gradesOf(counts({ sentences: 5, words: 100, syllables: 150, characters: 500 }), 'en')
        .automatedReadability,
    ).toBe(12.1)
  })

  // legible.es prints both: L = 206.84 − 0.60 P − 1.02 F with P syllables in 100 words, and I = 206.835 − 62.3 S/P − P/F.
  test('Fernández Huerta and INFLESZ, by hand', () => {
    const sizes = { sentences: 10, words: 100, syllables: 200 }
    expect(fernandezHuerta(sizes)).toBeCloseTo(206.84 - 120 - 10.2, 6)
    expect(inflesz(sizes)).toBeCloseTo(206.835 - 124.6 - 10, 6)
  })
})

describe('texts counted by hand', () => {
  const read = (name: string) =>
    readFileSync(new URL(`../fixtures/counts/${name}.txt`, import.meta.url), 'utf8')
  /** One sentence a line; `·` stands between the syllables of a word. */
  const byHand = (marked: string) => {
    const lines = marked.trim().split('\n')
    const words = lines.flatMap((line) => line.split(' '))
    const syllables = words.map((word) => word.split(/·|(?<=Long)-/).length)
    return {
      sentences: lines.length,
      words: words.length,
      syllables: syllables.reduce((sum, one) => sum + one, 0),
      polysyllabicWords: syllables.filter((one) => one >= 3).length,
    }
  }

  test.each([
    ['easy', 'en'],
    ['everyday', 'en'],
    ['detailed', 'en'],
    ['spanish', 'es'],
  ])('%s: within 2 in 100', (name, language) => {
    const marked = read(name)
    const hand = byHand(marked)
    const machine = analyze(marked.replaceAll('·', '').replaceAll('\n', ' ').trim(), language).counts
    expect(hand.words).toBeGreaterThan(80)
    expect(machine.sentences).toBe(hand.sentences)
    expect(machine.words).toBe(hand.words)
    for (const key of ['syllables', 'polysyllabicWords'] as const) {
      const tolerance = Math.max(hand[key] * 0.02, key === 'polysyllabicWords' ? 1 : 0)
      expect(Math.abs(machine[key] - hand[key]), key).toBeLessThanOrEqual(tolerance)
    }
  })
})

describe('what is counted', () => {
  const measured = (text: string, language = 'en') =>
    measure(proseOf([topicOf(text, language).body]), language)

  test('headings, items, cells and labels each end a sentence', () => {
    const text =
      '## At home\n\nRest well\n\n- Drink water\n- Sleep\n\n| When | What |\n|---|---|\n| Now | Eat |\n\n:::note[Good to know]\nWait.\n:::'
    expect(measured(text)).toMatchObject({ sentences: 10, words: 15 })
  })

  test('cites, pictures, pictographs and QR codes are not words of the text', () => {
    const text =
      'Rest.:cite[who] ![Three hands](a.svg "Hands")\n\n::icon-array{count=3 of=10 label="three of ten"}\n\n::qr{to=topic}'
    expect(measured(text)).toMatchObject({ sentences: 1, words: 1 })
  })

  test('a language without a formula gets counts and no grade', () => {
    const { words, sentences, withoutTerms, ...rest } = measured('اشرب الماء. خذ قسطا من الراحة.', 'ar')
    expect({ words, sentences, withoutTerms, rest }).toEqual({
      words: 6,
      sentences: 2,
      withoutTerms: {},
      rest: {},
    })
  })

  test('Spanish gets its own formulas and none of the English ones', () => {
    expect(Object.keys(measured('Lávese las manos.', 'es').withoutTerms)).toEqual([
      'fernandezHuerta',
      'inflesz',
    ])
  })
})
