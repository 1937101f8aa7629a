// Selected blocks -> HTML, by way of remark-rehype, sanitized before our own drawings go in.
import type { Root as HastRoot, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Nodes, Root } from 'mdast'
import rehypeSanitize from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
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
import type { SectionHead } from './section-head.js'

export interface CompiledBody {
  /** HTML of the words in the main message. */
  readonly mainMessage: string
  /** HTML of its label. */
  readonly mainLabel: string
  /** HTML of each section; behind the last one stand the footnotes, if there are any. */
  readonly sections: readonly string[]
  /** What each section is known by; the footnotes have none. */
  readonly heads: readonly SectionHead[]
}

/** Compiles what a variant prints. The trees given are used up. */
export function compile(selected: Selected, furniture: Furniture): CompiledBody {
  const { labels } = furniture
  const main = selected.mainMessage
  const label = main ? takeLabel(main, labels) : []
  const mainMessage: Root = { type: 'root', children: main?.children ?? [] }
  blocks(labels)(mainMessage)
  const { body } = selected
  // Sections give up their label as a heading before the other directives are turned into elements.
  const heads = sections(labels)(body)
  for (const transform of [blocks(labels), figures(), shortLists()]) transform(body)
  return {
    mainLabel: toFragment({ type: 'root', children: label }, furniture),
    mainMessage: toFragment(mainMessage, furniture),
    sections: sectionsOf(toHast(body, furniture)),
    heads,
  }
}

/** Compiles a short text of ours, such as a notice. */
export function compileNotice(tree: Root, furniture: Furniture): string {
  blocks(furniture.labels)(tree)
  return toFragment(tree, furniture)
}

function toFragment(tree: Root, furniture: Furniture): string {
  return toText(toHast(tree, furniture))
}

function toHast(tree: Root, furniture: Furniture): HastRoot {
  const { labels, idPrefix = '' } = furniture
  const chain = unified()
    .use(remarkRehype, {
      clobberPrefix: `user-content-${idPrefix}`,
      footnoteLabel: labels.texts.footnotes,
      footnoteLabelProperties: {},
      footnoteBackLabel: labels.texts['back-to-text'],
    })
    .use(() => ownLabelId(idPrefix))
    .use(taskLists)
    .use(() => typography(labels.language))
    .use(() => unbroken(labels.direction))
    .use(citesWithWords)
    .use(rehypeSanitize, schema)
    .use(() => furnish(furniture))
  return chain.runSync(tree as Nodes as Root) as HastRoot
}

/** The heading of the footnotes has the same id on every page; of two on one page each needs its own. */
function ownLabelId(prefix: string) {
  return (tree: HastRoot): void => {
    if (prefix !== '')
      visit(tree, 'element', ({ properties }) => {
        if (properties.id === 'footnote-label') properties.id = `${prefix}footnote-label`
      })
  }
}

/** Raw are drawings of ours alone: what authors write has none after sanitizing. */
function toText(node: HastRoot | RootContent): string {
  return toHtml(node, { allowDangerousHtml: true })
}

/** Each section with the white space behind it. */
function sectionsOf({ children }: HastRoot): string[] {
  const found: string[] = []
  for (const child of children)
    if (child.type === 'element' || found.length === 0) found.push(toText(child))
    else found.push(`${found.pop()}${toText(child)}`)
  return found
}
