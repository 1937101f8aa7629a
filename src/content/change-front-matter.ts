// Source of a topic and a change of its YAML -> the source with the change; every other letter stays.
import { parseMarkdown } from './markdown.js'

/** @returns undefined when the change gives none, or there is no front matter */
export function changeFrontMatter(
  source: string,
  change: (yaml: string) => string | undefined,
): string | undefined {
  const yaml = parseMarkdown(source).frontMatter?.yaml ?? ''
  const start = source.indexOf(yaml)
  const changed = start < 0 ? undefined : change(yaml)
  return changed === undefined
    ? undefined
    : source.slice(0, start) + changed + source.slice(start + yaml.length)
}
