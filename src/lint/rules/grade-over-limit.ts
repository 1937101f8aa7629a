// Words of a variant -> whether a grade is over the limit of its level, and which sentences cost most.
import { baseLanguage } from '../analyze.js'
import { costliest } from '../costliest.js'
import { addCounts } from '../counts.js'
import type { Rule, VariantText } from '../rule.js'

/** The formulas say nothing about a few words. */
const leastWords = 30
const named = 3

interface Excess {
  readonly what: string
  readonly is: number
  readonly limit: number
}

export const gradeOverLimit: Rule = {
  id: 'grade-over-limit',
  severity: 'error',
  finds: 'A handout is harder to read than its level allows.',
  why:
    'Of 1,511 discharge instructions of the largest record vendor, 81 in 100 are above sixth grade by Flesch–Kincaid and ' +
    'all of them by SMOG, so both are limits, with the mean length of a sentence. The bracketed meanings of terms do not ' +
    'count here: they cost one to five grades, and readers like them (JAMA Patient Page). For Spanish the limit is the scale ' +
    'INFLESZ. The message stands at the sentence that costs most and names the next ones. Limits: `levels` in the configuration.',
  languages: ['en', 'es'],
  variant(text, report) {
    if (text.readability.words < leastWords) return
    const over = baseLanguage(text.topic.language) === 'es' ? overSpanish(text) : overEnglish(text)
    if (over.length === 0) return
    const costly = costliest(text.blocks, text.analyze, named)
    const places = costly.map(({ block, sentence }) => text.place(block, sentence.start, sentence.end))
    const others = places.slice(1).map(({ start }) => `line ${start.line}`)
    report({
      place: places[0],
      key: text.name,
      reason: `This text is too hard for its level: ${over.map(({ what, is, limit }) => `${what} ${is}, the limit is ${limit}`).join('; ')}.`,
      hint:
        'This sentence costs most: make it shorter, or use shorter words.' +
        (others.length > 0 ? ` The next: ${others.join(', ')}.` : ''),
    })
  },
  examples: [
    {
      as: { level: 'easy', length: 'medium' },
      text:
        'Drink water.\n\nApproximately sixty percent of individuals experiencing hypertensive emergencies subsequently ' +
        'necessitate immediate hospitalization for continuous cardiovascular monitoring and intravenous antihypertensive ' +
        'medication administration. Physicians recommend comprehensive rehabilitation afterwards, including individualized ' +
        'nutritional counselling and supervised physical exercise.',
      at: ['3:1'],
    },
    {
      as: { level: 'everyday', length: 'medium' },
      text:
        'Take it with food.\n\n- The medication temporarily decreases cardiovascular stimulation, consequently diminishing ' +
        'myocardial oxygen requirements and alleviating exertional discomfort.\n- Discontinuation necessitates gradual ' +
        'reduction under professional supervision, because abrupt cessation precipitates considerable physiological ' +
        'deterioration in susceptible individuals with coronary insufficiency.',
      at: ['4:3'],
    },
    {
      as: { level: 'easy', length: 'medium' },
      text:
        'Drink water each day. Keep a glass near your bed. Take small sips at first. If you feel sick, stop and rest. Then ' +
        'try again. Call us if you throw up more than two times in one day. We will help you. Have your list of drugs with you.',
      at: [],
    },
    {
      title: 'Too few words to be graded.',
      as: { level: 'easy', length: 'short' },
      text: 'Individuals experiencing hypertensive emergencies necessitate hospitalization.',
      at: [],
    },
  ],
}

function overEnglish({ readability, limits, blocks, analyze }: VariantText): Excess[] {
  const { fleschKincaid = 0, smog = 0 } = readability.withoutTerms
  const { words, sentences } = addCounts(blocks.map((block) => analyze(block).counts))
  const mean = Math.round((10 * words) / sentences) / 10
  return [
    { what: 'Flesch–Kincaid grade', is: fleschKincaid, limit: limits.fleschKincaid },
    { what: 'SMOG grade', is: smog, limit: limits.smog },
    { what: 'mean words a sentence', is: mean, limit: limits.wordsPerSentence },
  ].filter(({ is, limit }) => is > limit)
}

function overSpanish({ readability, limits }: VariantText): Excess[] {
  const { inflesz } = readability.withoutTerms
  if (inflesz === undefined || inflesz >= limits.inflesz) return []
  return [{ what: 'INFLESZ', is: inflesz, limit: limits.inflesz }]
}
