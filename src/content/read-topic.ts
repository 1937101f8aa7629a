// One topic file -> a topic with its pictures, and every remark about it, all at once.
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { fault, isError } from '../model/message.js'
import type { TopicReading } from '../model/topic.js'
import { readYaml } from '../yaml/checked-yaml.js'
import { looseMeta } from './loose-meta.js'
import { parseMarkdown } from './markdown.js'
import { readPictures } from './pictures.js'
import { readText } from './read-text.js'
import { frontMatterSchema } from './schema.js'
import { validateBody } from './validate-body.js'
import { validateMeta } from './validate-meta.js'
import type { Vocabulary } from './vocabulary.js'

const topicId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export interface TopicFile {
  readonly id: string
  readonly language: string
  /** Absolute path of the Markdown file. */
  readonly file: string
}

/** Reads and checks one topic; faults are returned, only an unreadable file throws none either. */
export async function readTopic(
  found: TopicFile,
  root: string,
  vocabulary: Vocabulary,
): Promise<TopicReading> {
  const { id, language } = found
  const shown = path.relative(root, found.file).split(path.sep).join('/')
  const reading = (messages: readonly VFileMessage[]): TopicReading => ({
    id,
    language,
    path: shown,
    topic: undefined,
    messages,
  })
  const text = await readText(found.file, shown)
  if (typeof text !== 'string') return reading([text])

  const { frontMatter, body } = parseMarkdown(text)
  const messages: VFileMessage[] = []
  if (!topicId.test(id))
    messages.push(
      fault({
        rule: 'topic-id',
        reason: `The folder \`${id}\` is no name for a topic.`,
        hint: 'Use small letters, digits and hyphens, as in `washing-your-hands`: it becomes part of addresses.',
        place: { line: 1, column: 1 },
        file: shown,
      }),
    )
  if (!frontMatter) {
    messages.push(
      fault({
        rule: 'front-matter-missing',
        reason: 'The topic has no front matter.',
        hint: 'Start the file with `---`, the title and the other keys, and `---` again.',
        place: { line: 1, column: 1 },
        file: shown,
      }),
    )
  }
  const yaml =
    frontMatter && readYaml(frontMatter.yaml, frontMatter.line, frontMatterSchema, shown, 'front-matter')
  if (yaml) messages.push(...yaml.messages)
  const meta = yaml?.value
  const referred = meta ?? looseMeta(yaml?.raw)
  if (yaml && referred) messages.push(...validateMeta(referred, yaml.placeOf, vocabulary, shown))
  messages.push(...validateBody(body, text, referred, vocabulary, shown))
  const pictures = await readPictures(body, path.dirname(found.file), root, shown)
  messages.push(...pictures.messages)
  messages.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
  if (!meta || messages.some(isError)) return reading(messages)
  return {
    ...reading(messages),
    topic: { id, language, path: shown, source: text, meta, body, pictures: pictures.pictures },
  }
}
