// Source text -> front matter text and body tree, positions kept.
import type { Definition, Image, Link, Root, Text } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { visit } from 'unist-util-visit'

const base = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm)
const parser = base().use(remarkDirective).freeze()
/** Looking for bare addresses takes a third of the time. */
const parserWithoutAddresses = base().use(dropBareAddresses).use(remarkDirective).freeze()
/** Where none of these stands, there is no bare address that would become a link. */
const mayHoldAddress = /https?:\/\/|www\.|@/i
const frontMatterText = /^---\r?\n[\s\S]*?\n---/

/** Attributes written behind a picture, `![](x.svg){decorative}`; remark has no syntax for them. */
const pictureAttributes = /^\{\s*([a-z-]+)\s*\}/

declare module 'mdast' {
  interface ImageData {
    /** Marked `{decorative}`: it says nothing, so it needs no alternative text. */
    decorative?: boolean
    /** Attributes behind the picture that are not known. */
    unknownAttribute?: string
  }
}

export interface ParsedMarkdown {
  /** YAML between the fences and the line it starts on; undefined when there is none. */
  readonly frontMatter: { readonly yaml: string; readonly line: number } | undefined
  readonly body: Root
}

/** Parses CommonMark with GFM, directives and front matter. Never throws for any text. */
export function parseMarkdown(source: string): ParsedMarkdown {
  const written = source.replace(frontMatterText, '')
  const root = (mayHoldAddress.test(written) ? parser : parserWithoutAddresses).parse(source)
  const first = root.children[0]
  const frontMatter =
    first?.type === 'yaml' ? { yaml: first.value, line: (first.position?.start.line ?? 1) + 1 } : undefined
  const body: Root = { ...root, children: frontMatter ? root.children.slice(1) : root.children }
  readNumbers(body)
  resolveReferences(body)
  readPictureAttributes(body)
  return { frontMatter, body }
}

/** Takes out of remark-gfm what makes links of addresses without brackets. */
function dropBareAddresses(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((one) => {
    const kept = Object.entries(one.text ?? {}).map(([code, constructs]) => [
      code,
      [constructs ?? []].flat().filter(({ name }) => !name?.endsWith('Autolink')),
    ])
    return { ...one, text: Object.fromEntries(kept) as typeof one.text }
  })
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).flat().filter((one) => !one.transforms)
}

/** No directive begins with a digit: `7:30` and `1:100` are times and ratios. */
function readNumbers(body: Root): void {
  visit(body, 'textDirective', (node, index, parent) => {
    const { name, children, attributes } = node
    if (!parent || index === undefined || !/^\d/.test(name)) return undefined
    if (children.length > 0 || Object.keys(attributes ?? {}).length > 0) return undefined
    const around = [parent.children[index - 1], node, parent.children[index + 1]] as const
    const [before, , after] = around.map((one) => (one?.type === 'text' ? one : undefined))
    const start = (before ?? node).position?.start
    const end = (after ?? node).position?.end
    const text: Text = {
      type: 'text',
      value: `${before?.value ?? ''}:${name}${after?.value ?? ''}`,
      ...(start && end ? { position: { start, end } } : {}),
    }
    const first = before ? index - 1 : index
    parent.children.splice(first, 1 + (before ? 1 : 0) + (after ? 1 : 0), text)
    return first
  })
}

/**
 * `[words][ref]` and `![alt][ref]` become what they stand for, so that nothing behind has to know definitions:
 * a variant may print one part of the body without the other.
 */
function resolveReferences(body: Root): void {
  const definitions = new Map<string, Definition>()
  visit(body, 'definition', (node: Definition) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  const used = new Set<Definition>()
  visit(body, (node, index, parent) => {
    if ((node.type !== 'linkReference' && node.type !== 'imageReference') || index === undefined) return
    const definition = definitions.get(node.identifier)
    if (!parent || !definition) return
    used.add(definition)
    const { url, title } = definition
    const where = node.position ? { position: node.position } : {}
    const whole: Link | Image =
      node.type === 'linkReference'
        ? { type: 'link', url, title: title ?? null, children: node.children, ...where }
        : { type: 'image', url, title: title ?? null, alt: node.alt ?? null, ...where }
    parent.children[index] = whole
  })
  visit(body, 'definition', (node: Definition, index, parent) => {
    if (!parent || index === undefined || !used.has(node)) return undefined
    parent.children.splice(index, 1)
    return index
  })
}

function readPictureAttributes(body: Root): void {
  visit(body, 'image', (node: Image, index, parent) => {
    const next = parent && index !== undefined ? parent.children[index + 1] : undefined
    if (next?.type !== 'text') return
    const match = pictureAttributes.exec(next.value)
    if (!match) return
    node.data = match[1] === 'decorative' ? { decorative: true } : { unknownAttribute: match[1] ?? '' }
    next.value = next.value.slice(match[0].length)
  })
}
