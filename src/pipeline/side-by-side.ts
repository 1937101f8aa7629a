// The sections of two languages -> the fault at the first that has no partner, for nothing may stand beside a gap.
import type { VFileMessage } from 'vfile-message'
import type { SectionHead } from '../html/section-head.js'
import { fault } from '../model/message.js'
import type { Variant } from '../model/variant.js'
import type { Outline } from './outline.js'
import { sectionsAlone } from './partners.js'

/** None when every section has its partner. */
export function withoutPartner(
  first: Outline,
  second: Outline,
  { level, length }: Pick<Variant, 'level' | 'length'>,
): VFileMessage | undefined {
  const [alone] = sectionsAlone(first.heads, second.heads)
  if (!alone) return undefined
  const { side, index, before } = alone
  const [own, other] = side === 0 ? [first, second] : [second, first]
  const head = own.heads[index]
  const named = (one: SectionHead | undefined) => one && `“${one.name}”`
  const [previous, next] = [named(other.heads[before - 1]), named(other.heads[before])]
  const place = previous ? `behind ${previous}` : `before ${next ?? 'everything else'}`
  return fault({
    rule: 'section-without-partner',
    reason: `${named(head)} has no partner in ${other.topic.path} (${level} ${length}), and the bilingual edition prints sections side by side.`,
    hint: `Write it there too, ${place}, under the same conditions; or take it out here.`,
    place: head?.position ? { position: head.position } : { line: 1, column: 1 },
    file: head?.file ?? own.topic.path,
  })
}
