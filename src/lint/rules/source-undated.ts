// Sources of a topic -> those on the web without the day they were read.
import type { Rule } from '../rule.js'

export const sourceUndated: Rule = {
  id: 'source-undated',
  severity: 'warning',
  finds: 'A source on the web has no day on which it was read.',
  why:
    'Web pages change. Who checks a fact, or reviews the topic, has to know which day’s page was meant (DISCERN, question 5). Add ' +
    '`accessed: 2026-11-22`.',
  topic({ topic, frontMatter }, report) {
    for (const [id, { url, accessed }] of Object.entries(topic.meta.sources))
      if (url !== undefined && accessed === undefined)
        report({
          place: frontMatter(['sources', id], 'key'),
          reason: `The source \`${id}\` has no \`accessed\` date.`,
          hint: 'Add the day on which you read it, as YYYY-MM-DD.',
        })
  },
  examples: [
    {
      text: '---\ntitle: T\nsources:\n  who: {title: Hands, url: "https://example.org"}\n---\n\nWash.:cite[who]',
      at: ['4:3'],
    },
    {
      text: '---\ntitle: T\nsources:\n  a: {title: A, url: "https://example.org/a", accessed: 2026-01-02}\n  b:\n    title: B\n    url: https://example.org/b\n---\n\nWash.:cite[a, b]',
      at: ['5:3'],
    },
    {
      text: '---\ntitle: T\nsources:\n  who: {title: Hands, url: "https://example.org", accessed: 2026-01-02}\n---\n\nWash.:cite[who]',
      at: [],
    },
    {
      title: 'A book does not change.',
      text: '---\ntitle: T\nsources:\n  book: {title: Clean Hands, publisher: Press}\n---\n\nWash.:cite[book]',
      at: [],
    },
  ],
}
