// Topic + variant -> everything the variant prints, as trees and lists.
import type { Root, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { NumberedSource, Selected } from '../model/selected.js'
import { lengthIds, type Settings } from '../model/settings.js'
import { forLevel, type Topic } from '../model/topic.js'
import type { Variant } from '../model/variant.js'
import { selectBlocks } from './conditions.js'
import { copyTree } from './copy-tree.js'
import { placeAdditions } from './place-additions.js'
import { checkFootnotes, checkRequired } from './required.js'
import { dropCites, numberSources } from './sources.js'
import { explainTerms } from './terms.js'

/**
 * Selects what a variant prints.
 *
 * @param organizations the organization and those it inherits from
 * @param numbered sources of the text that this one is printed beside
 */
export function selectTopic(
  topic: Topic,
  variant: Variant,
  settings: Pick<Settings, 'levels' | 'lengths' | 'require' | 'backMatterFrom'>,
  organizations: readonly string[],
  numbered: readonly NumberedSource[] = [],
): Selected {
  const lengths = lengthIds(settings)
  const selection = { ...variant, levels: Object.keys(settings.levels), lengths, organizations }
  const selected = selectBlocks(topic.body, selection)
  const { additions = [] } = topic
  const printed = additions.length > 0 ? placeAdditions(selected, topic.body, additions, selection) : selected
  const tree = copyTree(printed)
  const messages = [
    ...checkRequired(tree, selected, variant, settings.require, topic),
    ...checkFootnotes(tree, variant, topic.path),
  ]
  const mainMessage = tree.children.find(isMainMessage)
  const body: Root = { ...tree, children: tree.children.filter((node) => !isMainMessage(node)) }
  const trees = mainMessage ? [mainMessage, body] : [body]
  const hasBackMatter = lengths.indexOf(variant.length) >= lengths.indexOf(settings.backMatterFrom)
  const wordList = explainTerms(trees, topic.meta.terms, topic.language)
  if (!hasBackMatter) dropCites(trees)
  // A translation has the sources of the text it follows.
  const sourceLanguage = topic.meta.translationOf?.language ?? topic.language
  return {
    title: forLevel(topic.meta.title, variant.level),
    readers: topic.meta.readers === undefined ? '' : forLevel(topic.meta.readers, variant.level),
    mainMessage,
    body,
    wordList: hasBackMatter ? wordList : [],
    sources: hasBackMatter ? numberSources(trees, topic.meta.sources, sourceLanguage, numbered) : [],
    messages,
  }
}

function isMainMessage(node: RootContent): node is ContainerDirective {
  return node.type === 'containerDirective' && node.name === 'main-message'
}
