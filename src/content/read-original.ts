// A translation -> the text that it follows, for comparison; what is wrong with that text is told where it is read itself.
import path from 'node:path'
import type { Topic } from '../model/topic.js'
import type { Original } from '../model/translation-changes.js'
import { readYaml } from '../yaml/checked-yaml.js'
import { parseMarkdown } from './markdown.js'
import { readText } from './read-text.js'
import { frontMatterSchema } from './schema.js'

/**
 * Reads the text that a translation follows.
 *
 * @returns `missing` when there is no such file; undefined when the topic is no translation, or the text has faults
 */
export async function readOriginal(topic: Topic, root: string): Promise<Original | 'missing' | undefined> {
  const language = topic.meta.translationOf?.language
  if (language === undefined) return undefined
  if (language === topic.language) return 'missing'
  const shown = path.posix.join(path.posix.dirname(topic.path), `${language}.md`)
  const source = await readText(path.join(root, shown), shown)
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
