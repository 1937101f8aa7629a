// A folder, a number of topics and of organizations -> a library to judge, of the size and build of real topics.
// node tests/bench/words-library.mjs FOLDER [TOPICS=28] [ORGANIZATIONS=4] [SEED=1]; 28 × 4 × 9 are 1,008 handouts.
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const levels = ['easy', 'everyday', 'detailed']
const lengths = [
  ['until=short', 1],
  ['from=medium until=medium', 2],
  ['from=long', 3],
]
const actors =
  'the nurse|your doctor|a friend|the team|your child|the clinic|a helper|your heart|the skin|the pill|this test|the shot|most people|some cows|the leg|your body|a good plan|the lab'.split(
    '|',
  )
const acts =
  'can check|may change|helps with|looks at|needs|keeps|gets|will bring|shows|feels|lowers|adds to|takes care of|does not harm|can hurt|works on|asks about|is part of'.split(
    '|',
  )
const things =
  'your sleep|the plan|your pain|a new drug|the next visit|a sore spot|your meals|the blood flow|a small cut|the air you breathe|your weight|the dose|the cause|a bad cold|your skin|the swelling|your mood|the risk of a fall'.split(
    '|',
  )
const times =
  'each day|this week|at home|in the clinic|when you call|at night|after a meal|on the phone|for a short time|before a test|in most cases|when you rest|over the years|with some help|as you get well|from the start'.split(
    '|',
  )
const harder =
  'during the first months|with careful checks of the blood|because the evidence is limited|after a review of your medicines|while the treatment goes on|according to a large study'.split(
    '|',
  )
const heads =
  'What is it?|Why does it matter?|How does it work?|What does research show?|What are the risks?|How do I get ready?|What happens on the day?|What comes after?|What does it cost?|Who should wait?'.split(
    '|',
  )

/** A small generator of numbers (mulberry32): the same seed gives the same library. */
function numbers(seed) {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const pick = (words, next) => words[next(words.length)]
const capital = (text) => text[0].toUpperCase() + text.slice(1)

function sentence(level, next) {
  const plain = `${capital(pick(actors, next))} ${pick(acts, next)} ${pick(things, next)} ${pick(times, next)}`
  return level === 'easy' ? `${plain}.` : `${plain} ${pick(harder, next)}.`
}

const sentences = (level, next, count) => Array.from({ length: count }, () => sentence(level, next)).join(' ')
const items = (level, next, count, mark) =>
  Array.from({ length: count }, () => `${mark} ${sentence(level, next)}`).join('\n')

function section(head, number, next, organization) {
  const parts = [`## ${head}`]
  for (const level of levels)
    for (const [when, size] of lengths) {
      const cite = number % 3 === 0 ? '' : `:cite[source-${number}]`
      parts.push(`:::${level}{${when}}\n${sentences(level, next, size)}${cite}\n:::`)
      if (size < 3) continue
      parts.push(
        `:::${level}{${when}}\nThe :term[term ${number}] counts. ${sentences(level, next, 2)}${cite}\n:::`,
      )
      if (number % 2 === 0) parts.push(`:::${level}{${when}}\n${items(level, next, 3, '-')}\n:::`)
      if (number % 3 === 1)
        parts.push(
          `:::${level}{${when}}\n| When | What |\n|---|---|\n| ${pick(times, next)} | ${pick(things, next)} |\n| ${pick(times, next)} | ${pick(things, next)} |\n:::`,
        )
    }
  if (number === 2) parts.push(`:::for{organization=${organization}}\n${sentences('easy', next, 2)}\n:::`)
  return parts.join('\n\n')
}

/** The source of one topic. */
export function topicSource(number, seed = 1) {
  const next = numbers(seed * 1_000_003 + number)
  const own = levels.map((level) => `:::main-message{level=${level}}\n${sentences(level, next, 2)}\n:::`)
  const closing = levels.flatMap((level) => [
    `:::warning[Take care]{level=${level} from=medium}\n${sentences(level, next, 2)}\n:::`,
    `:::actions[What you can do]{level=${level}}\n${items(level, next, 4, '1.')}\n:::`,
    `:::ask[Questions to ask]{level=${level}}\n${items(level, next, 2, '-')}\n:::`,
  ])
  const front = `---
title: A topic with the number ${number}
summary: One of many topics.
audience: patient
review: {status: draft, on: 2026-11-22, every: 24 months}
terms:
${heads.map((_, index) => `  term ${index}: a word that stands for ${things[index]}`).join('\n')}
sources:
${heads.map((_, index) => `  source-${index}: {title: "Study ${index}", url: "https://example.org/${number}/${index}", accessed: 2026-11-22}`).join('\n')}
---`
  const help =
    ':::get-help[Call 911 right away if]{emergency}\n- you cannot breathe\n- your chest hurts\n- you faint\n:::'
  return [
    front,
    ...own,
    ...heads.map((head, index) => section(head, index, next, 'clinic-1')),
    ...closing,
    help,
    '',
  ].join('\n\n')
}

/** Writes the library; its templates are those of the repository. */
export async function writeLibrary(folder, topics = 28, organizations = 4, seed = 1) {
  const repository = fileURLToPath(new URL('../../', import.meta.url))
  await rm(folder, { recursive: true, force: true })
  const own = path.join(repository, 'templates', 'organizations')
  await cp(path.join(repository, 'templates'), path.join(folder, 'templates'), {
    recursive: true,
    filter: (file) => file !== own,
  })
  for (let index = 1; index <= organizations; index++) {
    const at = path.join(folder, 'templates', 'organizations', `clinic-${index}`)
    await mkdir(at, { recursive: true })
    await writeFile(
      path.join(at, 'organization.yaml'),
      `name: Clinic ${index}\nlanguages: [en]\nnotices: [general]\n`,
    )
  }
  for (let number = 1; number <= topics; number++) {
    const at = path.join(folder, 'content', `topic-${number}`)
    await mkdir(at, { recursive: true })
    await writeFile(path.join(at, 'en.md'), topicSource(number, seed))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, ...counts] = process.argv.slice(2)
  if (!folder) throw new Error('Name a folder.')
  await writeLibrary(folder, ...counts.map(Number))
}
