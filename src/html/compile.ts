// Selected blocks -> HTML, by way of remark-rehype, sanitized before our own drawings go in.
import type { Root as HastRoot } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Nodes, Root } from 'mdast'
import rehypeSanitize from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { Labels } from '../model/labels.js'
import type { Selected } from '../model/selected.js'
import { type Furniture, furnish } from './furnish.js'
import { blocks, takeLabel } from './plugins/blocks.js'
import { citesWithWords } from './plugins/cites.js'
import { figures } from './plugins/figures.js'
import { sections } from './plugins/sections.js'
import { shortLists } from './plugins/short-lists.js'
import { taskLists } from './plugins/task-lists.js'
import { typography } from './plugins/typography.js'
import { unbroken } from './plugins/unbroken.js'
import { schema } from './sanitize.js'

export interface CompiledBody {
  /** HTML of the words in the main message. */
  readonly mainMessage: string
  /** HTML of its label. */
  readonly mainLabel: string
  /** HTML of the sections. */
  readonly sections: string
}

/** Compiles what a variant prints. The trees given are used up. */
export function compile(selected: Selected, furniture: Furniture): CompiledBody {
  const { labels } = furniture
  const main = selected.mainMessage
  const label = main ? takeLabel(main, labels) : []
  return {
    mainLabel: toFragment({ type: 'root', children: label }, furniture, []),
    mainMessage: main
      ? toFragment({ type: 'root', children: main.children }, furniture, [blocks(labels)])
      : '',
    sections: toFragment(selected.body, furniture, [sectionsFirst(labels), figures(), shortLists()]),
  }
}

/** Compiles a short text of ours, such as a notice. */
export function compileNotice(tree: Root, furniture: Furniture): string {
  return toFragment(tree, furniture, [blocks(furniture.labels)])
}

type Transform = (tree: Root) => void

/** Section blocks give up their label as a heading before the other directives are turned into elements. */
function sectionsFirst(labels: Labels): Transform {
  return (tree) => {
    sections(labels)(tree)
    blocks(labels)(tree)
  }
}

function toFragment(tree: Root, furniture: Furniture, transforms: readonly Transform[]): string {
  for (const transform of transforms) transform(tree)
  const { labels } = furniture
  const chain = unified()
    .use(remarkRehype, {
      footnoteLabel: labels.texts.footnotes,
      footnoteLabelProperties: {},
      footnoteBackLabel: labels.texts['back-to-text'],
    })
    .use(taskLists)
    .use(() => typography(labels.language))
    .use(() => unbroken(labels.direction))
    .use(citesWithWords)
    .use(rehypeSanitize, schema)
    .use(() => furnish(furniture))
  // Raw are drawings of ours alone: what authors write has none after sanitizing.
  return toHtml(chain.runSync(tree as Nodes as Root) as HastRoot, { allowDangerousHtml: true })
}
