// Lines that silence a rule -> those under which the rule finds nothing.
import type { Rule } from '../rule.js'

export const ignoreUnused: Rule = {
  id: 'ignore-unused',
  severity: 'warning',
  finds: 'A rule is silenced where it finds nothing.',
  why: 'Such a line is left over from an earlier text. Left in, it would hide the next fault at this place.',
  examples: [
    { text: '::ignore[link-text]{reason="The page is named Here."}\n\nDrink water.', at: ['1:1'] },
    {
      title: 'It is for the next block alone.',
      text: 'Sleep well.\n\n::ignore[link-text]{reason="Its name."}\n\nDrink water.\n\nGo [here](https://example.org).',
      at: ['3:1'],
    },
    {
      text: '::ignore[link-text]{reason="The page is named Here."}\n\nGo [here](https://example.org).',
      at: [],
    },
    {
      title: 'Before a heading it is for the section.',
      text: '::ignore[link-text]{reason="Its name."}\n\n## Where to go\n\nDrink water.\n\nGo [here](https://example.org).',
      at: [],
    },
  ],
}
