// Sanitized tree -> the same tree with our own drawings in it: icons, pictographs, QR codes, addresses of pictures.
import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { icon } from '../media/icons.js'
import { type Labels, withValues } from '../model/labels.js'
import type { Picture } from '../model/topic.js'
import { pictograph } from './pictograph.js'
import { qrCode } from './qr-code.js'

export interface Furniture {
  readonly labels: Labels
  readonly pictures: ReadonlyMap<string, Picture>
  /** Address under which a picture is answered while printing. */
  readonly pictureAddress: (picture: Picture) => string
  /** Where `::qr{to=topic}` leads; without it, no such code is drawn. */
  readonly topicAddress: string | undefined
  /** Before the ids of elements, of the second language on a page with two. */
  readonly idPrefix?: string
}

/** Trusted: runs after sanitizing, and takes nothing from the author but numbers and words. */
export function furnish(furniture: Furniture) {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      const { dataIcon, dataCount, dataTo } = node.properties
      if (typeof dataIcon === 'string') {
        node.children = [drawing(icon(dataIcon))]
        node.properties = { className: ['icon-box'], ariaHidden: 'true' }
      } else if (typeof dataCount === 'string') fillPictograph(node)
      else if (typeof dataTo === 'string') {
        const address = addressOf(dataTo, furniture)
        if (address !== undefined) fillQrCode(node, address, furniture)
        else if (parent && index !== undefined) {
          parent.children.splice(index, 1)
          return [SKIP, index] as const
        }
      } else if (node.tagName === 'img') placePicture(node, furniture)
      else if (node.properties.dataFootnotes !== undefined) placeFootnotes(node)
      else if (node.tagName === 'th') node.properties.scope ??= 'col'
      else if (node.tagName === 'td' && node.children.length === 0)
        // An empty cell vanishes from Chromium's tag tree and makes the row irregular.
        node.children = [{ type: 'text', value: '\u00a0' }]
      return undefined
    })
  }
}

/** Footnotes look like the word list and the sources behind them. */
function placeFootnotes(node: Element): void {
  const [heading, ...notes] = node.children.filter(({ type }) => type === 'element')
  node.properties.className = ['section', 'back-matter', 'footnotes']
  node.children = [
    ...(heading ? [heading] : []),
    { type: 'element', tagName: 'div', properties: { className: ['section-body'] }, children: notes },
  ]
}

function fillPictograph(node: Element): void {
  const { dataCount, dataOf, dataLabel } = node.properties
  node.children.unshift(drawing(pictograph(Number(dataCount), Number(dataOf), String(dataLabel))))
  node.properties = { className: ['icon-array'] }
}

/** A code opens what a person cannot read before: it leads to https addresses alone. */
function addressOf(to: string, { topicAddress }: Furniture): string | undefined {
  if (to === 'topic') return topicAddress
  return to.startsWith('https://') ? to : undefined
}

function fillQrCode(node: Element, address: string, { labels }: Furniture): void {
  const words = String(node.properties.dataWords || address.replace(/^https:\/\//, ''))
  const svg = qrCode(address, withValues(labels.texts['qr-code'], { address }))
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: address },
    children: [{ type: 'text', value: words }],
  }
  node.children = [drawing(svg), { type: 'element', tagName: 'figcaption', properties: {}, children: [link] }]
  node.properties = { className: ['qr'] }
}

function placePicture(node: Element, { pictures, pictureAddress }: Furniture): void {
  const picture = pictures.get(String(node.properties.src))
  if (!picture) return
  node.properties.src = pictureAddress(picture)
  node.properties.width = Math.round(picture.width)
  node.properties.height = Math.round(picture.height)
}

/** Ours, so it is written as it is; what authors write was sanitized before. */
function drawing(svg: string): ElementContent {
  return { type: 'raw', value: svg }
}
