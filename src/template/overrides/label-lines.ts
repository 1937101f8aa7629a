// A label file of an organization and those it overrides -> the labels that both have, one to a line, as texts to compare.

import { readYaml } from '../../yaml/checked-yaml.js'
import { labelsSchema } from '../labels.js'

export interface LabelPair {
  readonly own: string
  readonly original: string
}

/**
 * Labels of both; undefined where the organization overrides none, or a file is at fault and says so elsewhere.
 *
 * @param originals nearest first
 */
export function labelPair(own: string, originals: readonly string[]): LabelPair | undefined {
  const mine = labelsOf(own)
  const theirs = new Map([...originals].reverse().flatMap((text) => [...labelsOf(text)]))
  const names = [...mine.keys()].filter((name) => theirs.has(name)).sort()
  const lines = (labels: ReadonlyMap<string, string>) =>
    names.map((name) => `${name}: ${JSON.stringify(labels.get(name))}\n`).join('')
  return names.length === 0 ? undefined : { own: lines(mine), original: lines(theirs) }
}

/** By `group.name`. */
function labelsOf(text: string): Map<string, string> {
  const { value } = readYaml(text, 1, labelsSchema, '', 'labels')
  return new Map(
    Object.entries(value ?? {}).flatMap(([group, labels]) =>
      typeof labels === 'string'
        ? [[group, labels] as const]
        : Object.entries(labels ?? {}).map(([name, label]) => [`${group}.${name}`, String(label)] as const),
    ),
  )
}
