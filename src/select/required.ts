// Selected blocks -> faults: required blocks that are missing, main messages that are not exactly one, lost footnotes.
import type { FootnoteReference, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { visit } from 'unist-util-visit'
import type { VFileMessage } from 'vfile-message'
import { fault } from '../model/message.js'
import type { Variant } from '../model/variant.js'

/** Every variant has the required kinds of block, and exactly one main message. */
export function checkRequired(
  selected: Root,
  variant: Pick<Variant, 'level' | 'length'>,
  require: readonly string[],
  file: string,
): VFileMessage[] {
  const found = new Map<string, ContainerDirective[]>()
  visit(selected, 'containerDirective', (node) => {
    found.set(node.name, [...(found.get(node.name) ?? []), node])
  })
  const where = `the ${variant.level} ${variant.length} handout`
  const messages = [...new Set(['main-message', ...require])]
    .filter((name) => !found.has(name))
    .map((name) =>
      fault({
        rule: 'block-missing',
        reason: `There is no \`:::${name}\` in ${where}.`,
        hint: 'Add one, or widen the conditions of one that is there.',
        place: { line: 1, column: 1 },
        file,
      }),
    )
  const [, second] = found.get('main-message') ?? []
  if (second)
    messages.push(
      fault({
        rule: 'main-message-twice',
        reason: `A second main message is printed in ${where}.`,
        hint: 'Keep one; give the others a level or length of their own.',
        place: second,
        file,
      }),
    )
  return messages
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
        file,
      }),
    )
  })
  return messages
}
