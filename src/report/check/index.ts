// Topics as judged -> every file of the report, by its path inside the report’s folder.
import type { MessageRecord } from '../../model/message.js'
import { toolName, toolVersion } from '../../model/version.js'
import { toSafeJson } from '../visible.js'
import { factsOf, inOrder, type ReportedTopic } from './facts.js'
import { indexPage } from './index-page.js'
import { topicPage } from './topic-page.js'
import { variantPage } from './variant-page.js'

export type { ReportedTopic } from './facts.js'

/** Path with `/`, and the text of the file. */
export type ReportFile = readonly [path: string, text: string]

/**
 * Makes the report, file by file.
 *
 * @param others messages about files that are no usable topics
 */
export function* checkReport(
  topics: readonly ReportedTopic[],
  others: readonly MessageRecord[],
): Generator<ReportFile> {
  const facts = topics.map((one) => factsOf(one))
  for (const [index, topic] of facts.entries()) {
    const folder = `${topic.language}/${topic.topic}`
    yield [`${folder}/index.html`, topicPage(topic)]
    const texts = inOrder(topics[index]?.texts ?? [])
    for (const [at, variant] of topic.variants.entries()) {
      const text = texts[at]
      if (text) yield [`${folder}/${variant.key}.html`, variantPage(topic, variant, text)]
    }
  }
  yield ['index.html', indexPage(facts, others)]
  yield [
    dataFile,
    toSafeJson({ schema: 1, tool: { name: toolName, version: toolVersion }, topics: facts, others }),
  ]
}

/** The same facts for programs. */
export const dataFile = 'check.json'
