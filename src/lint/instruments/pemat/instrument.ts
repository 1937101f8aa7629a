// The 24 items of AHRQ’s PEMAT for printed material: what each asks in our own words, and who may decide it.
import { actions, calculations, captions, chunks, clearNumbers, passiveVoice, steps } from '../checks.js'
import { type Decision, forPerson, type Instrument, type Item, notApplicable, undecided } from '../item.js'
import { headings, purpose, simpleTables, summary, tools, visualCues } from '../layout.js'
import type { Material } from '../material.js'
import { everydayWords, speaksToReader, termsExplained } from '../words.js'

const understandability = { part: 'understandability' } as const
const actionability = { part: 'actionability', group: 'Actionability' } as const
const content = { ...understandability, group: 'Content' } as const
const words = { ...understandability, group: 'Words' } as const
const numbers = { ...understandability, group: 'Numbers' } as const
const order = { ...understandability, group: 'Order' } as const
const design = { ...understandability, group: 'Look' } as const
const visuals = { ...understandability, group: 'Pictures and tables' } as const

const byMachine = { by: 'machine', mayNotApply: false } as const
const byBoth = { by: 'both', mayNotApply: false } as const

/** Items 13 and 14 are about sound and film. */
const items: readonly Item[] = [
  { number: 1, ...content, ...byBoth, says: 'What the page is for is plain at once.', decide: purpose },
  forPerson({ number: 2, ...content, says: 'Nothing on it leads away from that.' }),
  { number: 3, ...words, ...byBoth, says: 'The words are those of everyday talk.', decide: everydayWords },
  {
    ...{ number: 4, ...words, ...byMachine },
    says: 'Medical terms stand only where readers will meet them, and are explained.',
    decide: termsExplained,
  },
  { number: 5, ...words, ...byMachine, says: 'Sentences say who does what.', decide: passiveVoice },
  {
    ...{ number: 6, ...numbers, by: 'both', mayNotApply: true },
    says: 'Numbers are clear and easy to take in.',
    decide: clearNumbers,
  },
  {
    ...{ number: 7, ...numbers, ...byBoth },
    says: 'The reader has nothing to calculate.',
    decide: calculations,
  },
  {
    ...{ number: 8, ...order, by: 'machine', mayNotApply: true },
    says: 'The text comes in short pieces.',
    decide: unlessVeryShort(chunks),
  },
  {
    ...{ number: 9, ...order, by: 'both', mayNotApply: true },
    says: 'Each piece has a heading that tells what is in it.',
    decide: unlessVeryShort(headings),
  },
  forPerson({ number: 10, ...order, says: 'One thing follows from the one before.' }),
  {
    ...{ number: 11, ...order, by: 'machine', mayNotApply: true },
    says: 'The main points are summed up.',
    decide: unlessVeryShort(summary),
  },
  {
    ...{ number: 12, ...design, ...byMachine },
    says: 'Boxes, lists, bold or larger type lead the eye to the main points.',
    decide: visualCues,
  },
  forPerson({
    ...{ number: 15, ...visuals },
    says: 'There is a picture wherever one would help.',
    decide: (material) => undecided(pictures(material)),
  }),
  forPerson({
    ...{ number: 16, ...visuals, mayNotApply: true },
    says: 'Pictures support the words and do not lead away from them.',
    decide: withVisuals(() => undecided()),
  }),
  {
    ...{ number: 17, ...visuals, by: 'machine', mayNotApply: true },
    says: 'Every picture has a title or caption.',
    decide: withVisuals(captions),
  },
  forPerson({
    ...{ number: 18, ...visuals, mayNotApply: true },
    says: 'Pictures are clear and without clutter.',
    decide: withVisuals(() => undecided()),
  }),
  {
    ...{ number: 19, ...visuals, by: 'machine', mayNotApply: true },
    says: 'Tables are simple, with short headings for rows and columns.',
    decide: simpleTables,
  },
  {
    ...{ number: 20, ...actionability, ...byMachine },
    says: 'There is at least one thing the reader can do.',
    decide: actions,
  },
  {
    ...{ number: 21, ...actionability, ...byMachine },
    says: 'It speaks to the reader when it says what to do.',
    decide: speaksToReader,
  },
  {
    ...{ number: 22, ...actionability, ...byMachine },
    says: 'What to do is broken into clear steps that can be managed.',
    decide: steps,
  },
  {
    ...{ number: 23, ...actionability, ...byMachine },
    says: 'There is something to use: a checklist, lines to fill in, questions to take along.',
    decide: tools,
  },
  forPerson({
    ...{ number: 24, ...actionability, mayNotApply: true },
    says: 'Where something has to be calculated, it says how.',
    decide: (material) =>
      calculations(material).answer === 'agree' ? notApplicable('Nothing to calculate.') : undecided(),
  }),
  forPerson({
    ...{ number: 25, ...actionability, mayNotApply: true },
    says: 'It says how to use its charts and tables to act.',
    decide: (material) =>
      material.tables.length + material.visuals.length === 0
        ? notApplicable('No charts, tables or pictures.')
        : undecided(pictures(material)),
  }),
  forPerson({
    ...{ number: 26, ...actionability },
    says: 'There is a picture wherever it would make acting easier.',
    decide: (material) => undecided(pictures(material)),
  }),
]

export const pemat: Instrument = {
  id: 'pemat-p',
  title: 'PEMAT-informed table',
  origin:
    'After the Patient Education Materials Assessment Tool for printed material (AHRQ, 24 items), in our own words. The tool is made for trained people who judge a whole page: what a machine decided here, or left open, is no score of it.',
  // Over 70 % is what its makers call understandable, and actionable.
  parts: [
    { key: 'understandability', title: 'Understandability', pass: 0.7 },
    { key: 'actionability', title: 'Actionability', pass: 0.7 },
  ],
  items,
}

function unlessVeryShort(decide: (material: Material) => Decision) {
  return (material: Material): Decision =>
    material.isVeryShort ? notApplicable('Two paragraphs or fewer.') : decide(material)
}

function withVisuals(decide: (material: Material) => Decision) {
  return (material: Material): Decision =>
    material.visuals.length === 0 ? notApplicable('No pictures.') : decide(material)
}

function pictures({ visuals, tables }: Material): string {
  const kinds = [
    ['picture', visuals.filter(({ kind }) => kind === 'picture').length],
    ['pictograph', visuals.filter(({ kind }) => kind === 'pictograph').length],
    ['table', tables.length],
  ] as const
  const seen = kinds.filter(([, number]) => number > 0)
  return seen.length === 0
    ? 'No pictures and no tables.'
    : `${seen.map(([kind, number]) => `${number} × ${kind}`).join(', ')}.`
}
