// A seed and a number of topics -> a library of distinct handouts on disk, three pages each, the same on every machine.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Levels of the default configuration; each topic has words of its own for each. */
export const levels = ['easy', 'everyday', 'detailed'] as const

/** The one length the library is made in. */
export const length = 'long'

const subjects = [
  'The nurse',
  'Your doctor',
  'A friend',
  'The team',
  'Your child',
  'The clinic',
  'A helper',
  'The group',
]
const acts = [
  'can check',
  'will look at',
  'may ask about',
  'can help with',
  'writes down',
  'talks about',
  'plans',
  'keeps track of',
]
const things = [
  'your sleep',
  'the plan',
  'your pain',
  'the new drug',
  'your next visit',
  'the sore spot',
  'your meals',
  'how you feel',
]
const times = [
  'each day',
  'this week',
  'at home',
  'in the clinic',
  'when you call',
  'at night',
  'after a meal',
  'on the phone',
]
const ends = [
  'Take your time.',
  'Ask if it is not clear.',
  'Write it down.',
  'It is fine to wait.',
  'Bring your list.',
  'Call us first.',
]
const heads = [
  'What it is',
  'Why it helps',
  'How it is done',
  'What you may feel',
  'Who should not have it',
  'What it costs',
  'At home',
  'What comes next',
]

/** A small generator of numbers (mulberry32): the same seed gives the same library. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Next = (below: number) => number

const pick = (words: readonly string[], next: Next) => words[next(words.length)] ?? ''
const sentence = (next: Next) =>
  `${pick(subjects, next)} ${pick(acts, next)} ${pick(things, next)} ${pick(times, next)}.`
const sentences = (next: Next, count: number) => Array.from({ length: count }, () => sentence(next)).join(' ')
const items = (next: Next, count: number, mark: string) =>
  Array.from({ length: count }, () => `${mark} ${sentence(next)} ${pick(ends, next)}`).join('\n')

function section(head: string, number: number, next: Next): string {
  const paragraphs = [
    `${sentences(next, 4)} :term[visit] ${pick(ends, next)} :cite[guide]`,
    sentences(next, 4),
  ]
  const extras = [
    items(next, 4, '-'),
    `| When | What |\n|---|---|\n${Array.from({ length: 4 }, () => `| ${pick(times, next)} | ${sentence(next)} |`).join('\n')}`,
    `:::warning[Take care]\n${sentences(next, 2)}\n:::`,
    `:::note[Good to know]\n${sentences(next, 2)}\n:::`,
  ]
  return `## ${head}\n\n${paragraphs.join('\n\n')}\n\n${extras[number % extras.length]}\n`
}

function body(level: string, next: Next): string {
  return `::::${level}
:::main-message
${sentence(next)} ${sentence(next)}
:::

${heads
  .slice(0, 6)
  .map((head, number) => section(head, number, next))
  .join('\n')}
:::actions[What you can do]
${items(next, 4, '1.')}
:::

:::unknown[What we do not know]
${sentences(next, 2)}
:::

:::get-help[Call your clinic if]
${items(next, 4, '-')}
:::
::::
`
}

/** The source of one topic. */
export function topicSource(number: number, seed = 1): string {
  const next = numbers(seed * 1_000_003 + number)
  return `---
title: Topic ${number} of the seeded library
summary: Words made from a seed, to measure with.
audience: patient
notices: []
review:
  status: draft
  on: 2026-01-15
  every: 24 months
terms:
  visit: the time you come to see us
sources:
  guide: {title: A guide that does not exist, publisher: Nobody, url: "https://example.org/guide", accessed: 2026-01-15}
---

${levels.map((level) => body(level, next)).join('\n')}`
}

export function topicId(number: number): string {
  return `topic-${String(number).padStart(5, '0')}`
}

/** Writes `content/`; three handouts a topic. */
export async function writeLibrary(root: string, topics: number, seed = 1): Promise<void> {
  for (let number = 0; number < topics; number++) {
    const folder = path.join(root, 'content', topicId(number))
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, 'en.md'), topicSource(number, seed))
  }
}
