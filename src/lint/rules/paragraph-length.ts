// A block -> the first sentence too many in a paragraph.
import type { Rule } from '../rule.js'

export const paragraphLength: Rule = {
  id: 'paragraph-length',
  severity: 'warning',
  finds: 'A paragraph has too many sentences.',
  why:
    'White space lets a reader rest and find the place again: “five sentences per paragraph” (US Department of Health and Human ' +
    'Services, Plain writing in one page). The message stands at the first sentence too many. Limit: `check.paragraph-sentences`.',
  block({ block, analysis, settings, place }, report) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') return
    const most = settings.check.paragraphSentences
    const surplus = analysis.sentences[most]
    if (!surplus) return
    report({
      place: place(surplus.start, surplus.end),
      reason: `This paragraph has ${analysis.sentences.length} sentences; the limit is ${most}.`,
      hint: 'Start a new paragraph, or make a list of it.',
    })
  },
  examples: [
    { text: 'Sit down. Take a sip. Rest. Wait. Try again. Call us.', at: ['1:46'] },
    {
      text: '1. Sit.\n2. Sit down. Take a sip. Rest.\n   Wait. Try again. Then call us. We help.',
      at: ['3:21'],
    },
    { text: 'Sit down. Take a sip. Rest. Wait. Try again.\n\nCall us.', at: [] },
    {
      title: 'Dots of short forms end no sentence.',
      text: 'Dr. Lee is here. Sit down, e.g. on a bed. Take a sip. Rest. Wait.',
      at: [],
    },
  ],
}
