// Variants of a topic -> levels or lengths that print the same words.
import type { Rule, VariantText } from '../rule.js'

export const variantSame: Rule = {
  id: 'variant-same',
  severity: 'warning',
  finds: 'Two levels, or two lengths, print the same words.',
  why:
    'A level that is no easier, or a length that is no shorter, promises a choice that is not there. Write a text of its own, or make ' +
    'fewer variants.',
  topic({ variants }, report) {
    const groups = new Map<string, VariantText[]>()
    for (const one of variants) {
      const words = [one.print.more ?? '', ...one.blocks.map(({ kind, text }) => `${kind} ${text}`)].join(
        '\n',
      )
      groups.set(words, [...(groups.get(words) ?? []), one])
    }
    for (const same of groups.values()) {
      const names = [...new Set(same.map(({ name }) => name))]
      if (names.length < 2 || same[0]?.blocks.length === 0) continue
      report({
        place: undefined,
        key: names.join('|'),
        variants: same,
        reason: 'These handouts print the same words.',
        hint: 'Write a text for each, or make only one of them.',
      })
    }
  },
  examples: [
    { text: 'Wash your hands.', at: ['1:1'] },
    {
      title: 'Two levels of one length.',
      text: ':::easy\nWash.\n:::\n\n:::for{level="everyday detailed"}\nWash your hands.\n:::\n\n:::for{from=medium}\nRest.\n:::\n\n:::for{from=long}\nSleep.\n:::',
      at: ['1:1', '1:1', '1:1'],
    },
    {
      text: ':easy[Wash.]:everyday[Wash now.]:detailed[Do wash.] :for[Rest.]{from=medium} :for[Sleep.]{from=long}',
      at: [],
    },
    {
      title: 'A word is enough.',
      text: 'Wash :easy[now]:everyday[your hands]:detailed[both hands]. :for[Rest.]{from=medium} :for[Sleep.]{from=long}',
      at: [],
    },
  ],
}
