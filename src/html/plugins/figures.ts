// A paragraph that holds one picture -> a figure with its caption.
import type { Image, Paragraph, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** The title of a picture is its caption. Decorative pictures stay without a figure. */
export function figures() {
  return (tree: Root): void => {
    visit(tree, 'paragraph', (node: Paragraph) => {
      const image = onlyImage(node)
      if (!image || image.data?.decorative) return
      const { title } = image
      image.title = null
      node.data = { ...node.data, hName: 'figure', hProperties: { className: ['picture'] } }
      if (title)
        node.children.push({
          type: 'emphasis',
          children: [{ type: 'text', value: title }],
          data: { hName: 'figcaption' },
        })
    })
  }
}

function onlyImage(node: Paragraph): Image | undefined {
  const rest = node.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''))
  return rest.length === 1 && rest[0]?.type === 'image' ? rest[0] : undefined
}
