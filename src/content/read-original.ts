// A translation -> the text that it follows, for comparison; what is wrong with that text is told where it is read itself.
import path from 'node:path'
import type { Topic, TopicReading } from '../model/topic.js'
import type { Original } from '../model/translation-changes.js'
import { readYaml } from '../yaml/checked-yaml.js'
import { parseMarkdown } from './markdown.js'
import { readText } from './read-text.js'
import type { TopicFile } from './read-topic.js'
import { frontMatterSchema } from './schema.js'

/**
 * Reads the text that a translation follows.
 *
 * @param known gives the topic of a file where it was read, or is to be read anyway
 * @returns `missing` when there is no such file; undefined when the topic is no translation, or the text has faults
 */
export async function readOriginal(
  topic: Topic,
  root: string,
  known?: (file: TopicFile) => Promise<TopicReading> | undefined,
): Promise<Original | 'missing' | undefined> {
  const language = topic.meta.translationOf?.language
  if (language === undefined) return undefined
  if (language === topic.language) return 'missing'
  const shown = path.posix.join(path.posix.dirname(topic.path), `${language}.md`)
  const file = path.join(root, shown)
  const reading = await known?.({ id: topic.id, language, file })
  if (reading?.topic) return reading.topic
  const source = await readText(file, shown)
  if (typeof source !== 'string') return source.ruleId === 'file-unreadable' ? 'missing' : undefined
  return originalOf(source, shown)
}

/** Reads a text as one that translations follow; undefined when its front matter has faults. */
export function originalOf(source: string, shown: string): Original | undefined {
  const { frontMatter, body } = parseMarkdown(source)
  if (!frontMatter) return undefined
  const { value } = readYaml(frontMatter.yaml, frontMatter.line, frontMatterSchema, shown, 'front-matter')
  return value && { language: path.posix.basename(shown, '.md'), path: shown, source, meta: value, body }
}
