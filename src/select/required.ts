// Selected blocks -> faults: required blocks that are missing, main messages that are not exactly one, lost footnotes.
import type { FootnoteReference, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { visit } from 'unist-util-visit'
import type { VFileMessage } from 'vfile-message'
import type { Addition } from '../model/addition.js'
import { fault } from '../model/message.js'
import type { Topic } from '../model/topic.js'
import type { Variant } from '../model/variant.js'

/**
 * Every variant has the required kinds of block, and exactly one main message. What an organization took away is its fault.
 *
 * @param printed blocks with what organizations add
 * @param selected blocks of the topic alone
 */
export function checkRequired(
  printed: Root,
  selected: Root,
  variant: Pick<Variant, 'level' | 'length'>,
  require: readonly string[],
  topic: Pick<Topic, 'path' | 'additions'>,
): VFileMessage[] {
  const found = blocksOf(printed)
  const own = blocksOf(selected)
  const where = `the ${variant.level} ${variant.length} handout`
  const messages = [...new Set(['main-message', ...require])]
    .filter((name) => !found.has(name))
    .map((name) => {
      const taken = own.has(name) ? placementThatTook(name, topic.additions ?? []) : undefined
      return fault({
        rule: 'block-missing',
        reason: `There is no \`:::${name}\` in ${where}.`,
        hint: taken
          ? `Put a \`:::${name}\` into what stands instead.`
          : 'Add one, or widen the conditions of one that is there.',
        place: taken ?? { line: 1, column: 1 },
        file: taken?.data?.file ?? topic.path,
      })
    })
  const mains = found.get('main-message') ?? []
  const second = mains.length > 1 ? (mains.find((node) => node.data?.file) ?? mains[1]) : undefined
  if (second)
    messages.push(
      fault({
        rule: 'main-message-twice',
        reason: `A second main message is printed in ${where}.`,
        hint: 'Keep one; give the others a level or length of their own.',
        place: second,
        file: second.data?.file ?? topic.path,
      }),
    )
  return messages
}

function blocksOf(tree: Root): Map<string, ContainerDirective[]> {
  const found = new Map<string, ContainerDirective[]>()
  visit(tree, 'containerDirective', (node) => {
    found.set(node.name, [...(found.get(node.name) ?? []), node])
  })
  return found
}

/** The `instead` that names the block, else the last there is. */
function placementThatTook(name: string, additions: readonly Addition[]): ContainerDirective | undefined {
  const all = additions.flatMap(({ placements }) => placements).filter(({ where }) => where === 'instead')
  return (all.find(({ section }) => section === name) ?? all.at(-1))?.node
}

/** A footnote is printed wherever it is named: its words may not be for other variants alone. */
export function checkFootnotes(
  selected: Root,
  variant: Pick<Variant, 'level' | 'length'>,
  file: string,
): VFileMessage[] {
  const printed = new Set<string>()
  visit(selected, 'footnoteDefinition', (node) => void printed.add(node.identifier))
  const messages: VFileMessage[] = []
  visit(selected, 'footnoteReference', (node: FootnoteReference) => {
    if (printed.has(node.identifier)) return
    messages.push(
      fault({
        rule: 'footnote-missing',
        reason: `The footnote \`${node.label ?? node.identifier}\` is not in the ${variant.level} ${variant.length} handout.`,
        hint: 'Put its words outside the block with conditions.',
        place: node,
        file: node.data?.file ?? file,
      }),
    )
  })
  return messages
}
