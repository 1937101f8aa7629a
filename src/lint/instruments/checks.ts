// Facts about a material -> decisions that both instruments ask for, each with the evidence it rests on.
import type { List, ListItem } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { analyze } from '../analyze.js'
import { proseOf } from '../prose.js'
import { agree, type Decision, decideBy, disagree, inEnglish, notApplicable, undecided } from './item.js'
import type { Material } from './material.js'
import { numberWordsIn } from './numerals.js'

/** Three paragraphs of five sentences of 15 words: more than that under one heading is a wall of text. */
const longestSection = 225
/** A step that takes more has several things to do in it. */
const longestStep = 40

/** As for the rule about the passive: one or two sentences are no habit. */
const fewestPassives = 3

/** Share of sentences in the passive voice, in 100. */
export function passiveVoice(material: Material): Decision {
  return inEnglish(material, () => {
    const { limits, blocks, analyze: split } = material.text
    const counts = blocks.map((block) => split(block).counts)
    const sentences = counts.reduce((sum, one) => sum + one.sentences, 0)
    const passive = counts.reduce((sum, one) => sum + one.passiveSentences, 0)
    const percent = sentences === 0 ? 0 : (100 * passive) / sentences
    return decideBy(
      passive < fewestPassives || percent <= limits.passivePercent,
      `${passive} of ${count(sentences, 'sentence')} in the passive voice (${Math.round(percent)} %); at most ${limits.passivePercent} %.`,
    )
  })
}

/** Short sections under headings of their own. */
export function chunks(material: Material): Decision {
  const { sections } = material
  const long = sections.filter(({ words }) => words > longestSection)
  const paragraphs = material.hits('paragraph-length').length
  const longest = sections.reduce((most, one) => (one.words > most.words ? one : most), {
    heading: '',
    words: 0,
  })
  if (sections.length < 2) return disagree('One piece without sections.')
  if (paragraphs > 0) return disagree(`${count(paragraphs, 'paragraph')} with too many sentences.`)
  return long.length === 0
    ? agree(`${sections.length} sections; the longest has ${longest.words} words, at most ${longestSection}.`)
    : disagree(
        `Over ${longestSection} words in one piece: ${long.map(({ heading, words }) => `“${heading}” (${words})`).join(', ')}.`,
      )
}

/** Steps the reader can take: one thing each, short, in an order. */
export function steps(material: Material): Decision {
  const items = actionItems(material)
  if (items.length === 0) return disagree('No steps: the actions block has no list, or there is none.')
  const words = items.map((item) =>
    proseOf([item])
      .map(({ plain }) => analyze(plain, material.text.topic.language).counts.words)
      .reduce((sum, one) => sum + one, 0),
  )
  const most = Math.max(...words)
  const limit = material.text.settings.check.listItems
  return decideBy(
    most <= longestStep && items.length <= limit,
    `${count(items.length, 'step')}, at most ${limit}; the longest has ${most} words, at most ${longestStep}.`,
  )
}

/** Items of the lists in actions blocks. */
export function actionItems({ containers }: Material): ListItem[] {
  return containers('actions').flatMap((node) =>
    node.children.filter((child): child is List => child.type === 'list').flatMap(({ children }) => children),
  )
}

/** Something the reader is asked to do. */
export function actions(material: Material): Decision {
  const items = actionItems(material)
  const [first] = items
  return first
    ? agree(`${count(items.length, 'step')} in the actions block, first “${shorten(textOf(first))}”`)
    : disagree('No actions block with a list.')
}

const calculation =
  /\b(?:calculat\w+|multipl(?:y|ied|ying)|divid(?:e|ed|ing) (?:by|your|the|it)|subtract\w*|add up|work out (?:your|the|how)|convert\w*|body mass index|per kilogram|per kg|mg\/kg)\b/i

/** Whether the reader has to work something out. */
export function calculations(material: Material): Decision {
  return inEnglish(material, () => {
    const found = material.text.blocks.flatMap(({ plain }) => calculation.exec(plain)?.[0] ?? [])
    if (found.length > 0) return disagree(`Asks for a calculation: ${quoted(found)}.`)
    if (hasNumbers(material)) return undecided('No word for calculating; a person looks at the numbers.')
    return agree('No numbers, so nothing to work out.')
  })
}

/** Numerals, or English number words from two up. */
export function hasNumbers({ numerals, language, text }: Material): boolean {
  return (
    numerals.length > 0 ||
    language !== 'en' ||
    text.blocks.some(({ plain }) => numberWordsIn(plain).length > 0)
  )
}

/** Rules about numbers. */
export const numberRules = ['one-in-x', 'relative-risk-alone', 'denominators-differ'] as const

/** Numbers that readers take wrongly; whether the rest is clear, a person says. */
export function clearNumbers(material: Material): Decision {
  const { numerals } = material
  if (!hasNumbers(material)) return notApplicable('No numbers.')
  const hits = material.hits(...numberRules)
  if (hits.length > 0) return disagree(hits.map((one) => `Line ${one.line}: ${one.reason}`).join(' '))
  const broken = numerals.filter((one) => one.broken)
  if (broken.length > 0) return disagree(`Not whole numbers: ${quoted(broken.map(({ text }) => text))}.`)
  return undecided(
    numerals.length === 0
      ? 'Number words only.'
      : `Whole numbers: ${quoted(numerals.map(({ text }) => text))}.`,
  )
}

/** Pictures and pictographs with words of their own. */
export function captions({ visuals }: Material): Decision {
  const without = visuals.filter(({ caption }) => caption === '')
  return decideBy(
    without.length === 0,
    without.length === 0
      ? `All ${count(visuals.length, 'picture')} have a caption.`
      : `${count(without.length, 'picture')} of ${visuals.length} without a caption.`,
  )
}

export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

/** More than this is a list nobody reads. */
const mostQuoted = 8

export function quoted(words: readonly string[]): string {
  const distinct = [...new Set(words)]
  const shown = distinct.slice(0, mostQuoted).map((word) => `“${word}”`)
  const more = distinct.length - shown.length
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

const shortest = 60

export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= shortest ? line : `${line.slice(0, shortest).replace(/\s+\S*$/, '')} …`
}
