// Facts about a material -> decisions about its order and look: purpose, headings, summary, cues, lists, tables, tools.
import type { Nodes, Strong } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { count, quoted, shorten } from './checks.js'
import { agree, type Decision, decideBy, disagree, notApplicable, undecided } from './item.js'
import type { Material } from './material.js'

/** Title and main message are there; that they make the purpose plain, a person says. */
export function purpose(material: Material): Decision {
  const { title } = material.text.print.selected
  const main = material.containers('main-message').length
  if (title.trim() === '' || main === 0) return disagree('No title, or no main message at the top.')
  return undecided(`Title “${shorten(title)}”; the main message stands first.`)
}

/** Headings that name nothing. */
const empty =
  /^(?:introduction|overview|background|general|general information|information|more information|details|other|miscellaneous|notes?|summary|text)$/i

/** Every section has a heading, none of them empty words; that they inform, a person says. */
export function headings({ sections }: Material): Decision {
  const named = sections.filter(({ heading }) => heading !== '')
  const vague = named.filter(({ heading }) => empty.test(heading.trim()))
  if (named.length === 0) return disagree('No headings.')
  if (vague.length > 0) return disagree(`Says nothing: ${quoted(vague.map(({ heading }) => heading))}.`)
  return undecided(`${count(named.length, 'heading')}: ${quoted(named.map(({ heading }) => heading))}.`)
}

/** The main message sums the page up, first on it and in a box of its own. */
export function summary(material: Material): Decision {
  const [first, second] = material.proseIn('main-message').filter(({ kind }) => kind !== 'label')
  if (!first) return disagree('No main message.')
  return agree(`The main message, first on the page: “${shorten(first.plain)}”${second ? ' and more' : ''}`)
}

/** Exactly one main message; a second one is not printed, but found by the rule about it. */
export function oneMainMessage(material: Material): Decision {
  if (material.containers('main-message').length === 0) return disagree('No main message.')
  const more = material.hits('main-message-twice').length > 0
  return decideBy(!more, more ? 'More than one main message.' : 'One main message.')
}

const boxes = ['main-message', 'warning', 'note', 'get-help'] as const

/** Boxes, lists, bold words: at least two kinds of cue. */
export function visualCues(material: Material): Decision {
  const inBoxes = boxes.reduce((sum, name) => sum + material.containers(name).length, 0)
  const bold = strongIn(material.text.trees).length
  const cues = [
    [inBoxes, 'box', 'boxes'],
    [material.lists.length, 'list', 'lists'],
    [bold, 'bold phrase', 'bold phrases'],
  ] as const
  const seen = cues.filter(([number]) => number > 0)
  return decideBy(
    seen.length >= 2,
    seen.length === 0
      ? 'No box, no list, no bold words.'
      : `${seen.map(([number, one, many]) => `${number} ${number === 1 ? one : many}`).join(', ')}.`,
  )
}

function strongIn(trees: readonly Nodes[]): Strong[] {
  const found: Strong[] = []
  for (const tree of trees) visit(tree, 'strong', (node) => void found.push(node))
  return found
}

/** Lists are used, and none is longer than a reader keeps in mind. */
export function shortLists({ lists, text }: Material): Decision {
  const limit = text.settings.check.listItems
  if (lists.length === 0) return disagree('No lists.')
  const long = lists.filter(({ children }) => children.length > limit)
  const longest = Math.max(...lists.map(({ children }) => children.length))
  return decideBy(
    long.length === 0,
    `${count(lists.length, 'list')}; the longest has ${count(longest, 'item')}, at most ${limit}.`,
  )
}

/** A table of more columns than this is not simple. */
const mostColumns = 4
const mostHeadWords = 5

/** Few columns, each under a short heading. */
export function simpleTables({ tables }: Material): Decision {
  if (tables.length === 0) return notApplicable('No tables.')
  const heads = tables.map(({ children }) => children[0]?.children.map((cell) => textOf(cell).trim()) ?? [])
  const wide = heads.filter((cells) => cells.length > mostColumns)
  // The corner over row headings may stand empty.
  const unnamed = heads.filter((cells) => cells.slice(1).some((cell) => cell === ''))
  const long = heads.flat().filter((cell) => cell.split(/\s+/).length > mostHeadWords)
  if (wide.length > 0) return disagree(`A table has ${wide[0]?.length} columns, at most ${mostColumns}.`)
  if (unnamed.length > 0) return disagree('A column has no heading.')
  if (long.length > 0) return disagree(`Long headings: ${quoted(long)}.`)
  return agree(`${count(tables.length, 'table')} of at most ${mostColumns} columns, with short headings.`)
}

const toolNames = ['checklist', 'ask', 'write'] as const

/** Something to tick, fill in or take along. */
export function tools(material: Material): Decision {
  const ticks = material.lists.filter(({ children }) =>
    children.some(({ checked }) => checked != null),
  ).length
  const found = [
    ...toolNames.map(
      (name) => [name, material.containers(name).length + material.leaves(name).length] as const,
    ),
    ['blank', material.leaves('blank').length] as const,
    ['task list', ticks] as const,
  ].filter(([, number]) => number > 0)
  return decideBy(
    found.length > 0,
    found.length === 0
      ? 'No checklist, no questions to ask, no lines to write on.'
      : `To use: ${found.map(([name, number]) => `${number} × ${name}`).join(', ')}.`,
  )
}
