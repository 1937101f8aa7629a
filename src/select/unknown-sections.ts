// A topic and what is added to it -> faults: sections that are named but are in no variant.
import type { Root } from 'mdast'
import type { VFileMessage } from 'vfile-message'
import type { Addition } from '../model/addition.js'
import { fault } from '../model/message.js'
import type { Organization } from '../model/organization.js'
import { lengthIds, type Settings } from '../model/settings.js'
import { didYouMean } from '../model/suggest.js'
import { treeOf } from './place-additions.js'
import { sameName, sectionNames } from './section-names.js'

/** An addition may name sections of the topic and of the additions before it, in any of their forms. */
export function unknownSections(
  body: Root,
  additions: readonly Addition[],
  organization: Pick<Organization, 'id' | 'chain'>,
  settings: Pick<Settings, 'levels' | 'lengths'>,
): VFileMessage[] {
  const selection = {
    levels: Object.keys(settings.levels),
    lengths: lengthIds(settings),
    organization: organization.id,
    organizations: organization.chain,
  }
  const namesIn = (tree: Root) => [...sectionNames(tree, selection).values()].flatMap((names) => [...names])
  const known = new Set(namesIn(body))
  const messages: VFileMessage[] = []
  for (const { placements, path } of additions) {
    for (const { section, where, node } of placements)
      if (![...known].some((name) => sameName(name, section)))
        messages.push(
          fault({
            rule: 'section-unknown',
            reason: `There is no section \`${section}\` to put this ${where === 'instead' ? 'in place of' : where}.`,
            hint: didYouMean(section, known),
            place: node,
            file: path,
          }),
        )
    for (const { node } of placements) for (const name of namesIn(treeOf(node))) known.add(name)
  }
  return messages
}
