// A fault of a PDF and the source of its words in; a message at the line where the words are written out.
import type { Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { VFileMessage } from 'vfile-message'
import { fault } from '../model/message.js'
import type { PdfFault } from '../model/pdf.js'

/** Letters that must agree before words count as found; fewer may stand anywhere. */
const FEWEST_LETTERS = 6

/** When the words are not found in one piece, this part of them must be in a node. */
const FEWEST_WORDS = 3
const PART_OF_WORDS = 0.6

/** What a rule is about, by the first part of its id. */
const subjects: ReadonlyMap<string, readonly string[]> = new Map([
  ['figure', ['image', 'imageReference']],
  ['heading', ['heading']],
  ['headings', ['heading']],
  ['link', ['link', 'linkReference']],
  ['list', ['list']],
  ['table', ['table']],
])

interface Candidate {
  readonly node: Nodes
  readonly ancestors: readonly Nodes[]
  /** Lower case, without white space and punctuation. */
  readonly letters: string
}

const known = new WeakMap<Root, readonly Candidate[]>()

/**
 * Turns a fault into a message. Its place is that of the node of `source` that fits the fault's `near` words best: the
 * picture, link, table, list or heading when the rule is about one, else the innermost node with the words. Without a fit
 * it has no place. Pass the tree of what was printed: words that other levels have too are then found in the right one.
 */
export function explain(found: PdfFault, source: Root, file?: string): VFileMessage {
  const node = found.near === undefined ? undefined : findNode(found.rule, found.near, source)
  return fault({
    rule: found.rule,
    reason: found.page === undefined ? found.text : `Page ${found.page}: ${found.text}`,
    ...(found.hint === undefined ? {} : { hint: found.hint }),
    ...(file === undefined ? {} : { file }),
    place: node,
  })
}

function findNode(rule: string, near: string, source: Root): Nodes | undefined {
  const candidates = candidatesOf(source)
  const best = byLetters(near, candidates) ?? byWords(near, candidates)
  if (!best) return undefined
  const kinds = subjects.get(rule.split('-')[0] ?? '')
  return (kinds && subjectAt(best, kinds, candidates)) ?? best.node
}

function candidatesOf(source: Root): readonly Candidate[] {
  const before = known.get(source)
  if (before) return before
  const found: Candidate[] = []
  const walk = (node: Nodes, ancestors: readonly Nodes[]): void => {
    if (node.type !== 'root' && node.position)
      found.push({ node, ancestors, letters: lettersOf(textOf(node)) })
    if ('children' in node) for (const child of node.children) walk(child, [...ancestors, node])
  }
  walk(source, [])
  known.set(source, found)
  return found
}

/** The node with the longest piece of the words: it holds them all, or it is held by them. The innermost wins. */
function byLetters(near: string, candidates: readonly Candidate[]): Candidate | undefined {
  const wanted = lettersOf(near)
  if (wanted.length < FEWEST_LETTERS)
    return candidates.find(({ letters }) => letters === wanted && wanted !== '')
  let best: Candidate | undefined
  let most = FEWEST_LETTERS - 1
  for (const candidate of candidates) {
    const { letters } = candidate
    const common = letters.includes(wanted) ? wanted.length : wanted.includes(letters) ? letters.length : 0
    const inner = common === most && best !== undefined && candidate.ancestors.includes(best.node)
    if (common > most || inner) {
      best = candidate
      most = common
    }
  }
  return best
}

/** The smallest node with most of the words, for words that were cut out of several lines. */
function byWords(near: string, candidates: readonly Candidate[]): Candidate | undefined {
  const wanted = [...new Set(near.split(/\s+/).map(lettersOf))].filter((word) => word.length > 2)
  if (wanted.length < FEWEST_WORDS) return undefined
  let best: Candidate | undefined
  let most = Math.max(FEWEST_WORDS, Math.ceil(wanted.length * PART_OF_WORDS)) - 1
  for (const candidate of candidates) {
    const count = wanted.filter((word) => candidate.letters.includes(word)).length
    const smaller = count === most && best !== undefined && candidate.letters.length < best.letters.length
    if (count > most || smaller) {
      best = candidate
      most = count
    }
  }
  return best
}

/** The node of one of the kinds that holds the place, or is in it, or comes next after it. */
function subjectAt(
  place: Candidate,
  kinds: readonly string[],
  candidates: readonly Candidate[],
): Nodes | undefined {
  const around = [...place.ancestors, place.node].reverse().find(({ type }) => kinds.includes(type))
  if (around) return around
  const index = candidates.indexOf(place)
  return candidates.slice(index + 1).find(({ node }) => kinds.includes(node.type))?.node
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
