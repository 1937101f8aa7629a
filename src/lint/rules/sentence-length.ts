// A block -> sentences with more words than the level allows.
import type { Rule } from '../rule.js'

export const sentenceLength: Rule = {
  id: 'sentence-length',
  severity: 'warning',
  finds: 'A sentence has more words than its level allows.',
  why:
    'A reader who decodes word by word has lost the start of a long sentence at its end. “No more than 20 words per sentence” ' +
    '(US Department of Health and Human Services, Plain writing in one page). One idea a sentence: split it at “and”, “which”, ' +
    '“because”. Limits: `longest-sentence` of a level. Meanings of terms in brackets do not count.',
  block({ analysis, limits, place }, report) {
    for (const { start, end, words } of analysis.sentences) {
      if (words.length <= limits.longestSentence) continue
      report({
        place: place(start, end),
        reason: `This sentence has ${words.length} words; the limit is ${limits.longestSentence}.`,
        hint: 'Split it: one idea a sentence.',
      })
    }
  },
  examples: [
    {
      as: { level: 'easy', length: 'short' },
      text: 'Sit down. Take the pill with a full glass of water each day before you eat, and then stay up for an hour so that it does not hurt your throat.',
      at: ['1:11'],
    },
    {
      as: { level: 'everyday', length: 'short' },
      text: '- Rest.\n- If the pain comes back when the drug wears off, or if you get a fever, a rash, or a sore throat that lasts, call the clinic the same day.',
      at: ['2:3'],
    },
    {
      title: 'Twenty words.',
      as: { level: 'easy', length: 'short' },
      text: 'Take the pill with a glass of water each day before you eat, and then stay up for an hour.',
      at: [],
    },
    {
      title: 'A list is many sentences.',
      as: { level: 'easy', length: 'short' },
      text: 'Call us if you have one of these signs:\n\n- a fever that lasts more than two days\n- a rash on your hands or feet\n- a sore throat with white spots\n- blood in your urine',
      at: [],
    },
  ],
}
