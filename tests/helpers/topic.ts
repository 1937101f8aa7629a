// A body and changes to the front matter in, the text of a whole topic out.

const frontMatter = {
  title: 'Washing your hands',
  summary: 'How to wash your hands.',
  audience: 'patient',
  review: '{status: draft, on: 2026-11-22, every: 24 months}',
  terms: '{germ: a tiny living thing that can make you sick}',
  sources: '{who: {title: Hand hygiene, url: "https://example.org/hands", accessed: 2026-11-22}}',
}

/** The blocks that every handout must have, with enough words for a page that looks like one. */
export const requiredBlocks = `:::main-message
Clean hands keep you and the people around you well. Use soap and water, and take your time.
:::

## Why it helps

Many bugs come to us by our own hands. We touch a door, a phone, or another hand. Then we touch our mouth,
nose, or eyes.

Soap lifts the bugs off the skin. Water takes them away. This is the best way to keep a cold or a bad stomach
from going around at home. It costs next to nothing, and a child can do it too.

:::actions[What you can do]
1. Wet your hands with clean water.
2. Rub them with soap for as long as it takes to sing a short song twice.
3. Rinse them well and dry them with a clean towel.
:::

:::get-help[Call us if]
- your skin is sore or has cracks from washing.
- you have a question about soap or gels for your hands.
:::
`

/** A body with the required blocks and then what is given. */
export function bodyWith(more: string): string {
  return `${requiredBlocks}\n${more}`
}

/** A body in which nothing is wrong. */
const faultless = bodyWith(`## What a bug is

A :term[germ] is far too small to see.:cite[who]
`)

/**
 * A topic; without a body, one in which nothing is wrong.
 *
 * @param meta values as YAML on one line; `undefined` leaves a key out
 */
export function topicText(
  body: string = faultless,
  meta: Readonly<Record<string, string | undefined>> = {},
): string {
  const lines = Object.entries({ ...frontMatter, ...meta }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  )
  return `---\n${lines.join('\n')}\n---\n\n${body}`
}

/** Line and column, from 1, of the first place where words stand in a text. */
export function placeOf(text: string, words: string): { line: number; column: number } {
  const offset = text.indexOf(words)
  if (offset < 0) throw new Error(`${words} does not stand in the text`)
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
