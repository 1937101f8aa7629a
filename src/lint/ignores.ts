// Body of a topic -> the places where a rule is silenced, and faults in how that is written.
import type { Parents, Root, RootContent } from 'mdast'
import type { LeafDirective } from 'mdast-util-directive'
import type { Position } from 'unist'
import { visit } from 'unist-util-visit'
import { labelOf, wordsOf } from '../model/directive.js'
import { didYouMean } from '../model/suggest.js'
import type { Report } from './rule.js'

/** One `::ignore[rule]{reason="…"}`. */
export interface Ignore {
  readonly rule: string
  readonly reason: string
  readonly place: Position | undefined
  /** Offsets of the text it is for. */
  readonly from: number
  readonly to: number
}

/**
 * Reads the ignores. Each is for the next block; before a heading, for its whole section; before everything else in the
 * body, also for the front matter and for findings about the whole text.
 *
 * @param known ids of the rules that can be silenced
 */
export function readIgnores(body: Root, known: readonly string[], report: Report): Ignore[] {
  const ignores: Ignore[] = []
  visit(body, 'leafDirective', (node: LeafDirective, index, parent: Parents | undefined) => {
    if (node.name !== 'ignore' || !parent || index === undefined) return
    const reason = node.attributes?.reason?.trim() ?? ''
    const place = node.position
    if (reason === '')
      report({
        place,
        key: 'reason',
        reason: 'A rule is silenced without a reason.',
        hint: 'Write `::ignore[rule]{reason="why it does not hold here"}`.',
      })
    const region = regionOf(parent, index)
    for (const rule of wordsOf(labelOf(node))) {
      if (!known.includes(rule))
        report({
          place,
          key: rule,
          reason: `There is no rule \`${rule}\`, or it cannot be silenced.`,
          hint: didYouMean(rule, known),
        })
      else if (reason !== '' && region) ignores.push({ rule, reason, place, ...region })
    }
  })
  return ignores
}

function regionOf(parent: Parents, index: number): { from: number; to: number } | undefined {
  const siblings = parent.children as RootContent[]
  const isIgnore = (node: RootContent | undefined) => node?.type === 'leafDirective' && node.name === 'ignore'
  let at = index + 1
  while (isIgnore(siblings[at])) at += 1
  const next = siblings[at]
  const start = next?.position?.start.offset
  const end = next?.position?.end.offset
  if (!next || start === undefined || end === undefined) return undefined
  const first = parent.type === 'root' && siblings.slice(0, index).every(isIgnore)
  const from = first ? 0 : start
  if (next.type !== 'heading') return { from, to: end }
  const after = siblings.slice(at + 1)
  const stop = after.findIndex((node) => node.type === 'heading' && node.depth <= next.depth)
  const last = stop < 0 ? after.at(-1) : after[stop - 1]
  return { from, to: Math.max(end, last?.position?.end.offset ?? end) }
}
