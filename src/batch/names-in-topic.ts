// A topic -> the words of the vocabulary it depends on: when one of them goes, its text is at fault.
import { visit } from 'unist-util-visit'
import { wordsOf } from '../model/directive.js'
import type { Topic } from '../model/topic.js'
import type { Names } from './memory.js'

/** Topics, organizations and notices that a topic names. */
export function namesIn({ meta, body }: Topic): Names {
  const organizations = new Set<string>()
  visit(body, (node) => {
    if (!('attributes' in node)) return
    for (const name of wordsOf(node.attributes?.organization)) organizations.add(name)
  })
  return { topics: meta.related, organizations: [...organizations], notices: meta.notices }
}
