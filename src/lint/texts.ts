// A print and its topic -> what rules see: blocks of prose, trees, places; blocks that variants share are shared here too.
import type { Topic } from '../model/topic.js'
import { analyzeBlock } from './analyze.js'
import type { SourceText } from './locate.js'
import { measure } from './measure.js'
import { type ProseBlock, proseOf } from './prose.js'
import type { BlockText, Found, LintSettings, Print, VariantText } from './rule.js'

/** Remembers blocks by their place and words, and what rules found in them: most blocks stand in several variants. */
export class BlockMemory {
  readonly #blocks = new Map<string, ProseBlock>()
  readonly #found = new Map<ProseBlock, Map<string, readonly Found[]>>()

  /** The block seen first with this place and these words. */
  same(block: ProseBlock): ProseBlock {
    const key = `${block.node.position?.start.offset}|${block.kind}|${block.inside.join('/')}|${block.text}`
    const known = this.#blocks.get(key)
    if (known) return known
    this.#blocks.set(key, block)
    return block
  }

  /** What was found in a block, asked for once. */
  ask(block: ProseBlock, question: string, judge: () => readonly Found[]): readonly Found[] {
    const answers = this.#found.get(block) ?? new Map<string, readonly Found[]>()
    this.#found.set(block, answers)
    const known = answers.get(question)
    if (known) return known
    const found = judge()
    answers.set(question, found)
    return found
  }
}

export function variantText(
  print: Print,
  topic: Topic,
  source: SourceText,
  settings: LintSettings,
  memory: BlockMemory,
): VariantText {
  const { mainMessage, body } = print.selected
  const trees = mainMessage ? [mainMessage, body] : [body]
  const blocks = proseOf(trees).map((block) => memory.same(block))
  return {
    print,
    name: `${print.level} ${print.length}`,
    topic,
    source,
    limits: limitsOf(settings, print.level),
    settings,
    trees,
    blocks,
    readability: measure(blocks, topic.language),
    analyze: (block) => analyzeBlock(block, topic.language).plain,
    place: (block, from, to) => source.place(block.node, from, to),
  }
}

export function blockOf(block: ProseBlock, text: VariantText): BlockText {
  return {
    topic: text.topic,
    block,
    analysis: text.analyze(block),
    limits: text.limits,
    settings: text.settings,
    place: (from, to) => text.place(block, from, to),
  }
}

function limitsOf({ levels }: LintSettings, level: string): VariantText['limits'] {
  const limits = levels[level]
  if (!limits) throw new RangeError(`No limits for the level ${level}`)
  return limits
}
