// A block -> chances written as “1 in X”.
import { frequenciesIn } from '../numbers.js'
import type { Rule } from '../rule.js'

const round = new Set([100, 1000, 10_000, 100_000, 1_000_000])
const notAChance =
  /(?:type|stage|step|phase|grade|day|week|level|number|no\.|part|chapter|page|group|version)\s$/i

export const oneInX: Rule = {
  id: 'one-in-x',
  severity: 'warning',
  finds: 'A chance is written as “1 in X”.',
  why:
    'Readers see themselves as the one, and take 1 in 25 for more than 1 in 10 because 25 is larger. Count in tens, hundreds or ' +
    'thousands: “4 in 100” (American Academy of Family Physicians, Talking about risk). “1 in 100” and “1 in 1,000” are fine.',
  languages: ['en'],
  block({ block, place }, report) {
    for (const { count, of, percent, start, end } of frequenciesIn(block)) {
      const alone = /^(?:1|one)\s/i.test(block.plain.slice(start, end))
      if (count !== 1 || !alone || percent || round.has(of) || of > 1_000_000) continue
      if (notAChance.test(block.plain.slice(0, start))) continue
      if (/\sof\s/i.test(block.plain.slice(start, end)) && !/out of/i.test(block.plain.slice(start, end)))
        continue
      report({
        place: place(start, end),
        reason: `“${block.plain.slice(start, end)}” is hard to compare.`,
        hint: inHundreds(of),
      })
    }
  },
  examples: [
    { text: 'About 1 in 25 people get a rash.', at: ['1:7'] },
    { text: 'Drink.\n\n- **One in five** men has it.\n- It helps 1 out of 4.', at: ['3:5', '4:12'] },
    { text: 'About 1 in 100 people get a rash, and 3 in 10 feel sick.', at: [] },
    {
      title: 'No chances.',
      text: 'Take one in 12 hours. Do step 1 in 5 minutes. In 1 in-depth study of day 1 in 2019.',
      at: [],
    },
  ],
}

function inHundreds(of: number): string {
  for (const base of [10, 100, 1000, 10_000]) {
    const share = base / of
    if (share >= 1 && Math.abs(share - Math.round(share)) < 1e-9)
      return `Write “${Math.round(share)} in ${base.toLocaleString('en-US')}”.`
  }
  const base = [100, 1000, 10_000, 100_000].find((one) => one / of >= 2) ?? 1_000_000
  return `Write “about ${Math.round(base / of)} in ${base.toLocaleString('en-US')}”.`
}
