// The words of a section, before they become HTML -> what it is known by: its kind, its name, its place, what stands in it.
import type { Heading, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Position } from 'unist'
import { visit } from 'unist-util-visit'
import { citeIds } from '../model/directive.js'

export interface SectionHead {
  /** `section` of one with a heading of its own, `untitled`, or the kind of block that is a section by itself. */
  readonly kind: string
  /** Its heading as printed; of one without, the kind. */
  readonly name: string
  readonly position: Position | undefined
  /** Path of its file, where that is not the file of the topic. */
  readonly file: string | undefined
  /** What does not depend on its language: sources it names, blocks, lists and their length. */
  readonly marks: readonly string[]
}

/** @param className of the section; the last tells its kind */
export function sectionHead(
  className: readonly string[],
  heading: Heading | undefined,
  content: readonly RootContent[],
): SectionHead {
  const kind = className.find((name) => name !== 'section') ?? 'section'
  // A heading made of a label has no place; its block has.
  const first = heading?.position ? heading : (content[0] ?? heading)
  return {
    kind,
    name: heading ? textOf(heading) : kind,
    position: first?.position,
    file: first?.data?.file,
    marks: marksIn(content),
  }
}

function marksIn(content: readonly RootContent[]): string[] {
  const marks: string[] = []
  const tree: Root = { type: 'root', children: [...content] }
  visit(tree, (node) => {
    switch (node.type) {
      case 'containerDirective':
      case 'leafDirective':
        return void marks.push(node.name)
      case 'textDirective':
        return void (node.name === 'cite' && marks.push(...citeIds(node)))
      case 'list':
      case 'table':
        return void marks.push(`${node.type} of ${node.children.length}`)
      case 'heading':
        return void marks.push('heading')
      case 'image':
        return void marks.push(node.url)
      default:
        return undefined
    }
  })
  return marks
}
