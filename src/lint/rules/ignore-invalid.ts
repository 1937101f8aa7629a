// Lines that silence a rule -> those without a reason or for no rule.
import type { Rule } from '../rule.js'

export const ignoreInvalid: Rule = {
  id: 'ignore-invalid',
  severity: 'error',
  always: true,
  finds: 'A rule is silenced without a reason, or there is no such rule.',
  why:
    'A rule that is silenced for no stated reason is a rule nobody can trust. Write `::ignore[rule-id]{reason="…"}` on a ' +
    'line of its own. It is for the next block; before a heading it is for the whole section; before everything else in ' +
    'the body it is also for the front matter and for what is said about the whole text.',
  examples: [
    { text: '::ignore[link-text]\n\nGo [here](https://example.org).', at: ['1:1'] },
    { text: 'Drink water.\n\n::ignore[link-txt]{reason="It is a name."}\n\nSleep well.', at: ['3:1'] },
    {
      text: '::ignore[link-text]{reason="The page is named Here."}\n\nGo [here](https://example.org).',
      at: [],
    },
    {
      text: '::ignore[link-text, one-in-x]{reason="A quotation."}\n\n“Go [here](https://example.org).”',
      at: [],
    },
  ],
}
