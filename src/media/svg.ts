// Text of an SVG -> the same drawing with nothing in it but drawing; or why it is refused.
import { parseXml, XmlElement, XmlError, type XmlNode, XmlText } from '@rgrove/parse-xml'
import { activePart, isElementOfDrawing } from './svg-parts.js'

/** Copies that `<use>` makes of other parts, nested: more is an attack on memory. */
const maxCopies = 5000
/** Elements of a drawing; more are no logo and no figure for a page. */
const maxElements = 50_000
/** Groups inside groups; editors stay far below. */
const maxDepth = 200

const svgNamespace = 'http://www.w3.org/2000/svg'

export type SvgReading = { readonly text: string } | { readonly problem: string; readonly hint: string }

const plainHint = 'Export it as plain SVG, without scripts, links, embedded pages or outside files.'

/**
 * Parses an SVG, refuses what runs or leads outside, leaves out what does not draw (notes of editors, comments), and writes
 * it anew: a browser sees only what was looked at here.
 */
export function cleanSvg(source: string): SvgReading {
  let root: XmlElement | null
  try {
    root = parseXml(source, { includeOffsets: true }).root
  } catch (cause) {
    // What is nested without end overflows the stack of the parser.
    const words = cause instanceof XmlError ? (cause.message.split('\n')[0] ?? '') : 'too deep'
    return { problem: `is an SVG that cannot be read: ${words.replace(/\.$/, '')}`, hint: plainHint }
  }
  const prefix = root ? prefixOf(root) : undefined
  if (!root || prefix === undefined || localName(root.name, prefix) !== 'svg')
    return { problem: 'is no SVG', hint: plainHint }
  const all = elementsIn(root)
  if (!all) return { problem: 'is an SVG of too many parts', hint: 'Simplify the drawing.' }
  for (const element of all) {
    const active = activePart(
      localName(element.name, prefix) ?? element.name,
      element.attributes,
      textIn(element),
    )
    if (active)
      return { problem: `is an SVG with ${active} (line ${lineOf(source, element)})`, hint: plainHint }
  }
  if (copiesIn(root, all, prefix) > maxCopies)
    return { problem: 'is an SVG whose parts copy one another too often', hint: 'Simplify the drawing.' }
  return { text: write(root, prefix, true) }
}

/** The prefix of SVG elements with its colon; empty where SVG is the default. */
function prefixOf({ attributes }: XmlElement): string | undefined {
  // Without any namespace an SVG is meant; browsers need it said.
  if (
    attributes.xmlns === svgNamespace ||
    !Object.keys(attributes).some((name) => /^xmlns(?::|$)/.test(name))
  )
    return ''
  const named = Object.entries(attributes).find(
    ([name, value]) => name.startsWith('xmlns:') && value === svgNamespace,
  )
  if (named) return `${named[0].slice('xmlns:'.length)}:`
  return attributes.xmlns === undefined ? '' : undefined
}

/** Name of an SVG element without its prefix; undefined for elements of other kinds. */
function localName(name: string, prefix: string): string | undefined {
  if (!name.startsWith(prefix)) return undefined
  const local = name.slice(prefix.length)
  return local.includes(':') ? undefined : local
}

/** Every element; undefined when there are too many, or too deep ones. */
function elementsIn(root: XmlElement): XmlElement[] | undefined {
  const found: XmlElement[] = []
  const open: { element: XmlElement; depth: number }[] = [{ element: root, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    found.push(next.element)
    if (found.length > maxElements || next.depth > maxDepth) return undefined
    for (const child of next.element.children)
      if (child instanceof XmlElement) open.push({ element: child, depth: next.depth + 1 })
  }
  return found
}

function textIn(element: XmlElement): string {
  return element.children.map((child) => (child instanceof XmlText ? child.text : '')).join('')
}

function lineOf(source: string, { start }: XmlElement): number {
  return source.slice(0, start).split(/\r\n|\r|\n/).length
}

/** How many elements are drawn when every `<use>` is followed; stops counting a little over the limit. */
function copiesIn(root: XmlElement, all: readonly XmlElement[], prefix: string): number {
  const byId = new Map(all.map((element) => [element.attributes.id ?? '', element]))
  const sizes = new Map<XmlElement, number>()
  const sizeOf = (element: XmlElement, path: ReadonlySet<XmlElement>): number => {
    const known = sizes.get(element)
    if (known !== undefined) return known
    if (path.has(element)) return maxCopies + 1
    const inside = new Set([...path, element])
    let size = 0
    for (const child of element.children)
      if (child instanceof XmlElement) size = Math.min(maxCopies + 1, size + sizeOf(child, inside))
    if (localName(element.name, prefix) === 'use') {
      const { href, 'xlink:href': old } = element.attributes
      const target = byId.get((href ?? old ?? '').replace(/^#/, ''))
      if (target) size = Math.min(maxCopies + 1, size + 1 + sizeOf(target, inside))
    }
    sizes.set(element, size)
    return size
  }
  return sizeOf(root, new Set())
}

function write(node: XmlNode, prefix: string, isRoot: boolean): string {
  if (node instanceof XmlText) return escapeText(node.text)
  if (!(node instanceof XmlElement)) return ''
  const name = localName(node.name, prefix)
  if (name === undefined || !isElementOfDrawing(name)) return ''
  const kept = Object.entries(node.attributes).filter(
    ([attribute]) => !attribute.includes(':') || attribute === 'xlink:href' || attribute === 'xml:space',
  )
  const attributes = [
    ...(isRoot ? [`xmlns="${svgNamespace}"`, 'xmlns:xlink="http://www.w3.org/1999/xlink"'] : []),
    ...kept
      .filter(([attribute]) => attribute !== 'xmlns')
      .map(([key, value]) => `${key}="${escapeText(value)}"`),
  ]
  const children = node.children.map((child) => write(child, prefix, false)).join('')
  const start = [name, ...attributes].join(' ')
  return children === '' ? `<${start}/>` : `<${start}>${children}</${name}>`
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
