// The sections of two languages -> those that have no partner in the other one.
import type { SectionHead } from '../html/section-head.js'

/** What pairing looks at. */
type Known = Pick<SectionHead, 'kind' | 'marks'>

/** A section of one language where the other has none. */
export interface Alone {
  /** 0 is the first language. */
  readonly side: 0 | 1
  /** Of the section, in its own language. */
  readonly index: number
  /** Sections of the other language before it. */
  readonly before: number
}

/** Two sections of a kind that hold the same sources and blocks are surer partners than two that share nothing else. */
const ofOneKind = 1

/**
 * Sections correspond in order: each with the one at its place, of the same kind. Where they do not, the alignment that pairs
 * most tells which are alone.
 *
 * @returns none when every section has its partner
 */
export function sectionsAlone(first: readonly Known[], second: readonly Known[]): Alone[] {
  const corresponds =
    first.length === second.length && first.every(({ kind }, index) => kind === second[index]?.kind)
  return corresponds ? [] : leftOver(first, second)
}

/** The best alignment of two lists in which only sections of one kind are partners. */
function leftOver(first: readonly Known[], second: readonly Known[]): Alone[] {
  const best = new Map<string, number>()
  const at = (i: number, j: number) => best.get(`${i} ${j}`) ?? 0
  const paired = (i: number, j: number) => {
    const [one, other] = [first[i], second[j]]
    return one && other && one.kind === other.kind ? ofOneKind + likeness(one, other) + at(i + 1, j + 1) : -1
  }
  for (let i = first.length - 1; i >= 0; i--)
    for (let j = second.length - 1; j >= 0; j--)
      best.set(`${i} ${j}`, Math.max(paired(i, j), at(i + 1, j), at(i, j + 1)))
  const alone: Alone[] = []
  for (let [i, j] = [0, 0]; i < first.length || j < second.length; ) {
    if (i < first.length && j < second.length && paired(i, j) === at(i, j)) {
      i++
      j++
    } else if (j >= second.length || (i < first.length && at(i + 1, j) >= at(i, j + 1)))
      alone.push({ side: 0, index: i++, before: j })
    else alone.push({ side: 1, index: j++, before: i })
  }
  return alone
}

/** Share of marks that two sections have in common, 0 to 1. */
function likeness({ marks: one }: Known, { marks: other }: Known): number {
  if (one.length + other.length === 0) return 1
  const left = [...other]
  const common = one.filter((mark) => {
    const index = left.indexOf(mark)
    if (index >= 0) left.splice(index, 1)
    return index >= 0
  })
  return (2 * common.length) / (one.length + other.length)
}
