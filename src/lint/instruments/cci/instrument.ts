// The 20 scored items of CDC’s Clear Communication Index: what each asks in our own words, and who may decide it.
import {
  actionItems,
  actions,
  calculations,
  captions,
  chunks,
  clearNumbers,
  hasNumbers,
  steps,
} from '../checks.js'
import {
  agree,
  type Decision,
  decideBy,
  disagree,
  forPerson,
  type Instrument,
  type Item,
  inEnglish,
  notApplicable,
  undecided,
} from '../item.js'
import { oneMainMessage, shortLists, summary } from '../layout.js'
import type { Material } from '../material.js'
import { readersWords } from '../words.js'

const all = { part: 'all' } as const
const message = { ...all, group: 'Main message and call to action' } as const
const language = { ...all, group: 'Language' } as const
const design = { ...all, group: 'Order and look' } as const
const science = { ...all, group: 'State of knowledge' } as const
const behavior = { ...all, group: 'What to do' } as const
const numbers = { ...all, group: 'Numbers' } as const
const risk = { ...all, group: 'Risk' } as const

const byMachine = { by: 'machine', mayNotApply: false } as const
const byBoth = { by: 'both', mayNotApply: false } as const

const items: readonly Item[] = [
  { number: 1, ...message, ...byMachine, says: 'There is one main message.', decide: oneMainMessage },
  {
    ...{ number: 2, ...message, ...byMachine },
    says: 'It stands at the top.',
    decide: withMessage(() => agree('The main message is printed first, whatever its place in the text.')),
  },
  {
    ...{ number: 3, ...message, ...byMachine },
    says: 'It stands out to the eye.',
    decide: withMessage(() => agree('It has a box of its own, in larger type.')),
  },
  {
    ...{ number: 4, ...message, ...byBoth },
    says: 'A picture with a caption supports it.',
    decide: withMessage(supportingPicture),
  },
  { number: 5, ...message, ...byMachine, says: 'The reader is called to do something.', decide: actions },
  {
    ...{ number: 6, ...language, ...byMachine },
    says: 'Main message and calls to action say who does what.',
    decide: activeWhereItMatters,
  },
  {
    ...{ number: 7, ...language, ...byBoth },
    says: 'It uses the words of its readers, and explains the others.',
    decide: readersWords,
  },
  { number: 8, ...design, ...byMachine, says: 'Lists are used, none of them too long.', decide: shortLists },
  { number: 9, ...design, ...byMachine, says: 'The text comes in pieces with headings.', decide: chunks },
  {
    ...{ number: 10, ...design, ...byMachine },
    says: 'The most important words come first.',
    decide: summary,
  },
  {
    ...{ number: 11, ...science, ...byMachine },
    says: 'It says what is known and what is not.',
    decide: (material) => {
      const blocks = material.proseIn('unknown').filter(({ kind }) => kind !== 'label')
      return decideBy(
        blocks.length > 0,
        blocks.length > 0 ? 'There is a block about what is not known.' : 'No block about what is not known.',
      )
    },
  },
  {
    ...{ number: 12, ...behavior, by: 'machine', mayNotApply: true },
    says: 'It recommends something to do.',
    decide: withActions(actions),
  },
  forPerson({
    ...{ number: 13, ...behavior, mayNotApply: true },
    says: 'It says why that matters to the reader.',
    decide: withActions(() => undecided()),
  }),
  {
    ...{ number: 14, ...behavior, by: 'machine', mayNotApply: true },
    says: 'It says how to do it.',
    decide: withActions(steps),
  },
  {
    ...{ number: 15, ...numbers, by: 'both', mayNotApply: true },
    says: 'Its numbers are of a kind readers use.',
    decide: withNumbers(clearNumbers),
  },
  forPerson({
    ...{ number: 16, ...numbers, mayNotApply: true },
    says: 'It says what each number means.',
    decide: withNumbers(() => undecided()),
  }),
  {
    ...{ number: 17, ...numbers, by: 'both', mayNotApply: true },
    says: 'The reader has nothing to calculate.',
    decide: withNumbers(calculations),
  },
  forPerson({
    ...{ number: 18, ...risk, mayNotApply: true },
    says: 'It says what the danger is, to whom and why.',
    decide: withRisk(() => undecided()),
  }),
  forPerson({
    ...{ number: 19, ...risk, mayNotApply: true },
    says: 'It names what speaks for what it advises, and what against.',
    decide: withRisk(() => undecided()),
  }),
  {
    ...{ number: 20, ...risk, by: 'both', mayNotApply: true },
    says: 'How likely something is, it says in words or in a picture too.',
    decide: withRisk(likelihood),
  },
]

export const cci: Instrument = {
  id: 'cci',
  title: 'Clear Communication Index-informed table',
  origin:
    'After the Clear Communication Index of the CDC (20 scored items), in our own words. The index asks two people who did not write the text to judge it: what a machine decided here, or left open, is no score of it.',
  parts: [{ key: 'all', title: 'All parts', pass: 0.9 }],
  items,
}

/** Without one main message the index gives nothing for items 2 to 4. */
function withMessage(decide: (material: Material) => Decision) {
  return (material: Material): Decision =>
    oneMainMessage(material).answer === 'agree'
      ? decide(material)
      : disagree('There is not one main message.')
}

function supportingPicture(material: Material): Decision {
  if (material.visuals.length === 0) return disagree('No picture.')
  return captions(material).answer === 'disagree'
    ? captions(material)
    : undecided(captions(material).evidence)
}

function withActions(decide: (material: Material) => Decision) {
  return (material: Material): Decision =>
    actionItems(material).length === 0 ? notApplicable('It recommends nothing to do.') : decide(material)
}

function withNumbers(decide: (material: Material) => Decision) {
  return (material: Material): Decision =>
    hasNumbers(material) ? decide(material) : notApplicable('No numbers.')
}

const danger = /\b(?:risks?|risky|dangers?|dangerous|side effects?|harms?|harmful|warning)\b/i

function withRisk(decide: (material: Material) => Decision) {
  return (material: Material): Decision => {
    const named = material.language !== 'en' || material.text.blocks.some(({ plain }) => danger.test(plain))
    return named || material.containers('warning').length > 0
      ? decide(material)
      : notApplicable('No word about risks.')
  }
}

function activeWhereItMatters(material: Material): Decision {
  return inEnglish(material, () => {
    const blocks = ['main-message', 'actions'].flatMap((name) => material.proseIn(name))
    const passive = blocks.flatMap((block) =>
      material.text
        .analyze(block)
        .sentences.filter(({ passives }) => passives.length > 0)
        .map(({ start, end }) => block.plain.slice(start, end)),
    )
    return decideBy(
      passive.length === 0,
      passive.length === 0
        ? 'No passive voice in the main message and the steps.'
        : `In the passive voice: ${passive.map((sentence) => `“${sentence}”`).join(' ')}`,
    )
  })
}

const chance = /\b(?:\d[\d,]*\s+(?:in|of|out of)\s+(?:every\s+)?\d[\d,]*|\d+(?:\.\d+)?\s*(?:%|percent))/i

function likelihood(material: Material): Decision {
  const found = material.text.blocks.flatMap(({ plain }) => chance.exec(plain)?.[0] ?? [])
  if (found.length === 0) return notApplicable('No probability in numbers.')
  const drawn = material.visuals.filter(({ kind }) => kind === 'pictograph').length
  return drawn > 0
    ? agree(`Drawn as a pictograph: ${drawn}.`)
    : undecided(`In numbers: ${found.map((one) => `“${one}”`).join(', ')}; no pictograph.`)
}
