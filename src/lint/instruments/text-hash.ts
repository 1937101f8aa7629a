// What a variant prints -> a short hash of its words and their form: a signature holds for it and for nothing else.
import { createHash } from 'node:crypto'
import type { Nodes } from 'mdast'
import type { Selected } from '../../model/selected.js'
import type { Topic } from '../../model/topic.js'

/** Digits enough to tell texts apart, few enough to be written by hand. */
const digits = 12

/** Keys that say where a node stands, or what was made of it; not what is printed. */
const unprinted = new Set(['position', 'data'])

/** Before the digits, so that YAML never takes them for a number. */
const mark = 't'

/** Hash of title, words, word list, sources and pictures; layout, brand and notices are not in it. */
export function textHash(selected: Selected, topic: Pick<Topic, 'pictures'>): string {
  const { title, readers, mainMessage, body, wordList, sources } = selected
  const hash = createHash('sha256')
  const pictures = new Set<string>()
  const printed = [mainMessage ?? null, body].map((tree) =>
    JSON.stringify(tree, (key, value: unknown) => {
      if (unprinted.has(key)) return undefined
      if (isNode(value)) {
        if (value.type === 'image') pictures.add(value.url)
        const meaning = value.type === 'textDirective' ? value.data?.meaning : undefined
        return meaning === undefined ? value : { ...value, meaning }
      }
      return value
    }),
  )
  hash.update(JSON.stringify([title, readers, printed, wordList, sources]))
  for (const url of [...pictures].sort()) hash.update(topic.pictures.get(url)?.bytes ?? '')
  return mark + hash.digest('hex').slice(0, digits)
}

function isNode(value: unknown): value is Nodes {
  return typeof value === 'object' && value !== null && 'type' in value
}
