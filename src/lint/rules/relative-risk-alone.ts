// Words of a variant -> relative risks without the risk they are relative to.
import { frequenciesIn } from '../numbers.js'
import type { ProseBlock } from '../prose.js'
import { remember } from '../remember.js'
import type { Rule } from '../rule.js'

const risk = `(?:risks?|chances?|odds|likelihood|rates?|cases|infections?|deaths?|heart attacks?|strokes?)`
const amount = String.raw`(?:\d+(?:\.\d+)?|two|three|four|five|ten)`
const patterns = [
  String.raw`\b(?:twice|half|${amount}\s+times|${amount}-fold)\s+(?:as\s+|more\s+|less\s+|the\s+)?(?:likely|common|often|${risk})\b`,
  String.raw`\b${amount}\s?(?:%|percent)\s+(?:higher|lower|more|less|greater|smaller|fewer|increased|reduced)(?:\s+\w+)?\s+(?:${risk}|likely|common)\b`,
  String.raw`\b(?:doubl|tripl|halv)(?:es?|ed|ing)\s+(?:\w+\s+){0,3}?${risk}\b`,
  String.raw`\b(?:rais|lower|reduc|increas|cut|rais|drop|decreas)(?:es?|s|ed|ing|ting)?\s+(?:\w+\s+){0,3}?${risk}\b[^.;]{0,40}?\bby\s+(?:about\s+)?(?:${amount}\s?(?:%|percent)|half|a third|a quarter)`,
  String.raw`\b${risk}\s+(?:\w+\s+){0,4}?(?:is|are|was|were|has|have)?\s*(?:been\s+)?(?:doubled|tripled|halved|cut in half)\b`,
  String.raw`\b(?:relative risk|odds ratio|hazard ratio)\b`,
]
const relative = new RegExp(patterns.join('|'), 'giu')
const mayBeRelative = /twice|times|half|halv|tripl|doubl|fold|%|percent|\bby\b|cut in|ratio|relative/i

const relativeRisksIn = remember((block: ProseBlock): readonly RegExpExecArray[] =>
  mayBeRelative.test(block.plain) ? [...block.plain.matchAll(relative)] : [],
)

export const relativeRiskAlone: Rule = {
  id: 'relative-risk-alone',
  severity: 'warning',
  finds: 'A relative risk stands without the risk itself.',
  why:
    '“Twice as likely” may mean 2 in 10 or 2 in a million; readers take it for more than it is. Give the numbers with one ' +
    'denominator: “2 in 100 with it, 1 in 100 without it” (American Academy of Family Physicians, Talking about risk). A ' +
    'frequency or percentage in the same block, or in the one before or behind it, is enough.',
  languages: ['en'],
  variant({ blocks, place }, report) {
    blocks.forEach((block, index) => {
      const found = relativeRisksIn(block)
      if (found.length === 0) return
      if (
        found.every((match) => hasAbsolute(block, match)) ||
        [blocks[index - 1], blocks[index + 1]].some((one) => one && hasAbsolute(one))
      )
        return
      for (const match of found)
        report({
          place: place(block, match.index, match.index + match[0].length),
          reason: `“${match[0]}” does not say how large the risk is.`,
          hint: 'Add the numbers: so many in 100 with it, so many in 100 without it.',
        })
    })
  },
  examples: [
    { text: 'Smokers are twice as likely to get it.', at: ['1:13'] },
    {
      text: 'Rest.\n\n- It cuts the risk of stroke by 30%.\n\n## More\n\nIt doubles your chance of a clot.',
      at: ['3:6', '7:4'],
    },
    { text: 'Smokers are twice as likely to get it: 2 in 100, not 1 in 100.', at: [] },
    {
      title: 'Twice of something else.',
      text: 'Take it twice a day. The dose is about twice that used for surgery. Half the pill is for the night.',
      at: [],
    },
  ],
}

/** Whether a block gives a frequency that is no part of the relative risk itself. */
function hasAbsolute(
  block: ProseBlock,
  { index, 0: words }: { index: number; 0: string } = { index: -1, 0: '' },
): boolean {
  return frequenciesIn(block).some(({ start, end }) => end <= index || start >= index + words.length)
}
