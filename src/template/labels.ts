// Label files of a language, nearest first -> the fixed words, complete.
import type { VFileMessage } from 'vfile-message'
import * as z from 'zod'
import { type Labels, labelAudiences, labelBlocks, labelTexts, pluralTexts } from '../model/labels.js'
import { fault } from '../model/message.js'
import { readYaml } from '../yaml/checked-yaml.js'

const words = z.record(z.string(), z.string('Write text here').min(1, 'Write some text here'))

/** Every key may be missing in an override; the file under `templates/labels` has them all. */
export const labelsSchema = z
  .strictObject({
    language: z.string(),
    direction: z.enum(['ltr', 'rtl'], 'Write `ltr` or `rtl`'),
    blocks: words,
    levels: words,
    audiences: words,
    texts: z.partialRecord(
      z.enum([...labelTexts, ...pluralTexts]),
      z.string('Write text here').min(1, 'Write some text here'),
    ),
    words,
  })
  .partial()

export interface LabelFile {
  /** Path relative to the root. */
  readonly path: string
  readonly text: string
}

/** Merges the label files of a language; a missing text is a fault of the last, the common one. */
export function readLabels(
  language: string,
  files: readonly LabelFile[],
): { labels: Labels | undefined; messages: VFileMessage[] } {
  const messages: VFileMessage[] = []
  const layers = files.map(({ path, text }) => {
    const yaml = readYaml(text, 1, labelsSchema, path, 'labels')
    messages.push(...yaml.messages)
    return yaml.value
  })
  const merge = <Key extends 'blocks' | 'levels' | 'audiences' | 'texts' | 'words'>(key: Key) =>
    Object.assign({}, ...layers.map((layer) => layer?.[key] ?? {}).reverse()) as Record<string, string>
  const [blocks, audiences, texts] = [merge('blocks'), merge('audiences'), merge('texts')]
  const without = (key: string, names: readonly string[], given: Readonly<Record<string, string>>) =>
    names.filter((name) => !Object.hasOwn(given, name)).map((name) => `${key}.${name}`)
  const missing = [
    ...without('blocks', labelBlocks, blocks),
    ...without('audiences', labelAudiences, audiences),
    ...without('texts', labelTexts, texts),
  ]
  const last = files.at(-1)
  if (messages.length === 0 && (missing.length > 0 || !last))
    messages.push(
      fault({
        rule: 'labels-missing',
        reason: last
          ? `These labels are missing: ${missing.join(', ')}.`
          : `There are no labels for \`${language}\`.`,
        hint: last
          ? 'Add them; templates/labels/en.yaml has them all.'
          : `Add templates/labels/${language}.yaml; copy en.yaml and translate it.`,
        place: { line: 1, column: 1 },
        file: last?.path ?? `templates/labels/${language}.yaml`,
      }),
    )
  if (messages.length > 0) return { labels: undefined, messages }
  return {
    labels: {
      language,
      direction: layers.find((layer) => layer?.direction)?.direction ?? 'ltr',
      blocks,
      levels: merge('levels'),
      audiences,
      texts: texts as Labels['texts'],
      words: merge('words'),
    },
    messages,
  }
}
