// Faults that other rooms find, explained: they are always errors, and no rule that could be silenced.
import type { Rule } from '../rule.js'

const fixed = { severity: 'error', always: true } as const

/** Found while blocks are selected and references are followed. */
export const alwaysErrors: readonly Rule[] = [
  {
    ...fixed,
    id: 'block-missing',
    finds: 'A required kind of block is missing in a variant.',
    why:
      'Whatever the level and length, a handout says what matters most, what to do, and when to get help. The message names the ' +
      'variant. Which kinds are required: `require` in the configuration.',
    examples: [
      {
        text: '::::actions\n1. Rest.\n::::\n\n:::get-help\nCall us.\n:::',
        at: ['1:1'],
        as: { level: 'easy', length: 'short' },
      },
      {
        text: ':::main-message\nRest.\n:::\n\n:::actions{from=medium}\n1. Rest.\n:::\n\n:::get-help{level=detailed}\nCall us.\n:::',
        at: ['1:1', '1:1'],
        as: { level: 'easy', length: 'short' },
      },
      {
        text: ':::main-message\nRest.\n:::\n\n:::actions\n1. Rest.\n:::\n\n:::get-help\nCall us.\n:::',
        at: [],
      },
      {
        title: 'One for each level.',
        text: ':::main-message\nRest.\n:::\n\n:::actions\n1. Rest.\n:::\n\n:::get-help{level=easy}\nCall us.\n:::\n\n:::get-help{level="everyday detailed"}\nCall your clinic.\n:::',
        at: [],
      },
    ],
  },
  {
    ...fixed,
    id: 'main-message-twice',
    finds: 'A variant prints two main messages.',
    why: 'Two main messages are none (CDC Clear Communication Index, item 1). Give each a level or length of its own.',
    examples: [
      {
        text: ':::main-message\nRest.\n:::\n\n:::main-message\nDrink.\n:::',
        at: ['5:1'],
        as: { level: 'easy', length: 'short' },
      },
      {
        text: ':::main-message{level=easy}\nRest.\n:::\n\n:::main-message{until=medium}\nDrink.\n:::',
        at: ['5:1'],
        as: { level: 'easy', length: 'medium' },
      },
      {
        text: ':::main-message{level=easy}\nRest.\n:::\n\n:::main-message{level="everyday detailed"}\nDrink.\n:::',
        at: [],
      },
      {
        text: ':::main-message{until=short}\nRest.\n:::\n\n:::main-message{from=medium}\nRest and drink.\n:::',
        at: [],
      },
    ],
  },
  {
    ...fixed,
    id: 'cite-unknown',
    finds: 'A cite names a source that is not listed.',
    why: 'A number that leads to no source is worse than none. Add the source to the front matter, or correct the id.',
    examples: [
      { text: 'Rest.:cite[who]', at: ['1:6'] },
      {
        text: '---\ntitle: T\nsources: {who: {title: Hands}}\n---\n\nRest.:cite[who] Drink.:cite[whom]',
        at: ['6:23'],
      },
      { text: '---\ntitle: T\nsources: {who: {title: Hands}}\n---\n\nRest.:cite[who]', at: [] },
      { text: 'Rest. \\:cite[who]', at: [] },
    ],
  },
  {
    ...fixed,
    id: 'page-budget',
    finds: 'A handout needs more pages than its length allows.',
    why:
      'A page that was promised and became two is not handed out. Found when the handout is printed: the message says by how many ' +
      'pages and lines, and which sections are longest. Budgets: `lengths` in the configuration.',
    examples: [],
  },
]
