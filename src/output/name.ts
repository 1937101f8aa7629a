// A variant -> the path of its file inside the output folder.
import { printChoices, type Variant } from '../model/variant.js'

/** `<organization>/<language>/<topic>/<topic>.<level>.<length>[.large-print][.a4][.grey].<format>`, always with `/`. */
export function outputPath(variant: Variant, format: 'pdf' | 'html'): string {
  const { organization, language, topic, level, length, edition } = variant
  const name = [
    topic,
    level,
    length,
    ...(edition === 'standard' ? [] : [edition]),
    ...printChoices(variant),
    format,
  ].join('.')
  return [organization, language, topic, name].join('/')
}
