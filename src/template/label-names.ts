// Labels -> the names templates call them by: `sources`, `blocks.warning`, and words of the organization's own.
import type { Labels } from '../model/labels.js'

type Named = Pick<Labels, 'blocks' | 'levels' | 'audiences' | 'texts' | 'words'>

const groups = ['blocks', 'levels', 'audiences'] as const

/** The label of a name, or undefined. */
export function labelNamed(labels: Named, name: string): string | undefined {
  if (Object.hasOwn(labels.words, name)) return labels.words[name]
  if (Object.hasOwn(labels.texts, name)) return labels.texts[name as keyof Labels['texts']]
  const [group = '', ...rest] = name.split('.')
  const key = rest.join('.')
  const of = groups.find((one) => one === group)
  return of && Object.hasOwn(labels[of], key) ? labels[of][key] : undefined
}

/** Every name there is. */
export function labelNames(labels: Named): string[] {
  return [
    ...Object.keys(labels.texts),
    ...Object.keys(labels.words),
    ...groups.flatMap((group) => Object.keys(labels[group]).map((key) => `${group}.${key}`)),
  ]
}

/** Names of the `{…}` places in a label. */
export function placesIn(label: string): string[] {
  return [...label.matchAll(/\{([a-z]+)\}/g)].map(([, name = '']) => name)
}
