// What is printed in two languages -> pairs of sections, or the fault at the first section that has no partner.
import type { VFileMessage } from 'vfile-message'
import type { SectionHead } from '../html/section-head.js'
import { fault } from '../model/message.js'
import type { Topic } from '../model/topic.js'
import type { HalfWords } from './half.js'
import { type Alone, sectionsAlone } from './partners.js'

interface Printed {
  readonly topic: Topic
  readonly words: HalfWords
}

/** Both main messages and every section in pairs, the footnotes last. */
export function pairSections(
  first: Printed,
  second: Printed,
): { pairs: (readonly [string, string])[]; messages: VFileMessage[] } {
  const [alone] = sectionsAlone(headsOf(first), headsOf(second))
  if (alone) return { pairs: [], messages: [withoutPartner(alone, first, second)] }
  const { sections } = first.words
  return {
    pairs: sections.map((html, index) => [html, second.words.sections[index] ?? ''] as const),
    messages: [],
  }
}

/** The main message before the sections, and the footnotes behind them: they need a partner too. */
function headsOf({ topic, words }: Printed): SectionHead[] {
  const { content, heads, sections } = words
  const further = (kind: string, position: SectionHead['position']): SectionHead => ({
    kind,
    name: kind,
    position,
    file: undefined,
    marks: [],
  })
  const noted = topic.body.children.find(({ type }) => type === 'footnoteDefinition')
  return [
    ...(content.mainMessage === '' ? [] : [further('main-message', undefined)]),
    ...heads,
    ...(sections.length > heads.length ? [further('footnotes', noted?.position)] : []),
  ]
}

function withoutPartner({ side, index, before }: Alone, first: Printed, second: Printed): VFileMessage {
  const [own, other] = side === 0 ? [first, second] : [second, first]
  const head = headsOf(own)[index]
  const others = headsOf(other)
  const { level, length } = own.words.content.variant
  const named = (one: SectionHead | undefined) => one && `“${one.name}”`
  const [previous, next] = [named(others[before - 1]), named(others[before])]
  const place = previous ? `behind ${previous}` : `before ${next ?? 'everything else'}`
  return fault({
    rule: 'section-without-partner',
    reason: `${named(head)} has no partner in ${other.topic.path} (${level} ${length}), and the bilingual edition prints sections side by side.`,
    hint: `Write it there too, ${place}, under the same conditions; or take it out here.`,
    place: head?.position ? { position: head.position } : { line: 1, column: 1 },
    file: head?.file ?? own.topic.path,
  })
}
