// Words of a variant -> whether too many of its sentences are in the passive voice.
import { addCounts } from '../counts.js'
import type { Rule } from '../rule.js'

/** Fewer are not worth a word. */
const leastPassives = 3
const shown = 5

export const passiveRate: Rule = {
  id: 'passive-rate',
  severity: 'warning',
  finds: 'Too many sentences of a handout are in the passive voice.',
  why:
    'The passive hides who acts: “the dose should be taken” leaves open by whom. PEMAT item 5 and item 6 of the CDC Clear ' +
    'Communication Index ask for the active voice. Found are the participles of retext-passive and regular ones after a form of “be”. ' +
    'The message stands at the first one. Limit: `passive-percent` of a level.',
  languages: ['en'],
  variant({ blocks, analyze, place, limits, name }, report) {
    const { sentences, passiveSentences } = addCounts(blocks.map((block) => analyze(block).counts))
    const percent = (100 * passiveSentences) / sentences
    if (passiveSentences < leastPassives || percent <= limits.passivePercent) return
    const places = blocks.flatMap((block) =>
      analyze(block).sentences.flatMap(({ passives }) =>
        passives.map(({ start, end }) => place(block, start, end)),
      ),
    )
    const others = [...new Set(places.slice(1).map(({ start }) => start.line))].slice(0, shown)
    report({
      place: places[0],
      key: name,
      reason: `${Math.round(percent)} in 100 sentences are in the passive voice; the limit is ${limits.passivePercent}.`,
      hint: `Say who acts: “Take it” for “It should be taken”. Others: lines ${others.join(', ')}.`,
    })
  },
  examples: [
    {
      as: { level: 'easy', length: 'short' },
      text: 'The pill should be taken at night. The bed was moved. The door was opened by a nurse.',
      at: ['1:20'],
    },
    {
      as: { level: 'detailed', length: 'long' },
      text: 'Rest.\n\n- The drug is given in a vein.\n- The dose is not widely known.\n- Your blood will be tested.\n- Your pulse is often checked.\n\nSleep.',
      at: ['3:15'],
    },
    {
      title: 'How someone is, is no passive.',
      as: { level: 'easy', length: 'short' },
      text: 'You may be tired. You are worried. You are interested. Your skin is red. You are in need.',
      at: [],
    },
    {
      title: 'Few among many.',
      as: { level: 'easy', length: 'short' },
      text: 'The pill is taken at night. Drink. Rest. Sleep. Walk. Eat. Call us. Ask. Wait. Sit. Stand. Read on.',
      at: [],
    },
  ],
}
