// Directives of the body -> the elements they print as, as remark-rehype's `data.hName` and friends.
import type { ElementContent, Properties } from 'hast'
import type { BlockContent, DefinitionContent, List, ListItem, Paragraph, PhrasingContent, Root } from 'mdast'
import type { ContainerDirective, Directives, LeafDirective, TextDirective } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { type Labels, withValues } from '../../model/labels.js'
import { formatNumber } from '../../model/locale.js'
import type { MeaningPart } from '../../model/meaning.js'

/** Icon beside the label of a block. */
const icons: Readonly<Record<string, string>> = {
  'main-message': 'message-circle',
  warning: 'triangle-alert',
  note: 'info',
  'get-help': 'phone',
  emergency: 'phone-call',
}

const defaultWriteLines = 3

/** Turns every directive of a tree into an element. Runs before the sections are made. */
export function blocks(labels: Labels) {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type === 'containerDirective') container(node, labels)
      else if (node.type === 'leafDirective') leaf(node, labels)
      else if (node.type === 'textDirective') inline(node, labels)
    })
  }
}

/** Takes the label off a container and returns its inline nodes, or the default label of its kind. */
export function takeLabel(node: ContainerDirective, labels: Labels): PhrasingContent[] {
  const first = node.children[0]
  if (first?.type === 'paragraph' && first.data?.directiveLabel) {
    node.children.shift()
    if (textOf(first).trim() !== '') return first.children
  }
  return [{ type: 'text', value: labels.blocks[node.name] ?? node.name }]
}

function container(node: ContainerDirective, labels: Labels) {
  switch (node.name) {
    case 'warning':
    case 'note':
      return box(node, labels)
    case 'actions':
      return steps(node)
    case 'ask':
      return eachItem(node, 'ask', (item) => item.children.push(lines(1)))
    case 'checklist': {
      const title = titleOf(node, labels, 'checklist-title')
      eachItem(node, 'checklist', undefined)
      node.children.unshift(title)
      return element(node, 'div', { className: ['tick-box'] })
    }
    case 'write': {
      const title = titleOf(node, labels, 'write-title')
      node.children.unshift(title)
      node.children.push(lines(Number(node.attributes?.lines ?? defaultWriteLines)))
      return element(node, 'div', { className: ['write'] })
    }
    case 'lang':
      return element(node, 'div', { lang: node.attributes?.tag ?? '', dir: 'auto' })
    default:
      return element(node, 'div', { className: [node.name] })
  }
}

function box(node: ContainerDirective, labels: Labels) {
  const kind = labels.blocks[node.name] ?? node.name
  const label = takeLabel(node, labels)
  const hasTitle = textOf({ type: 'paragraph', children: label }) !== kind
  const [before = '', after = ''] = withValues(labels.texts['kind-and-title'], { kind, title: '\0' }).split(
    '\0',
  )
  const title: Paragraph = {
    type: 'paragraph',
    children: hasTitle ? [{ type: 'text', value: before }, ...label, { type: 'text', value: after }] : label,
    data: { hProperties: { className: ['box-title'] } },
  }
  const content = {
    type: 'box-content',
    children: [title, ...node.children],
    data: { hName: 'div', hProperties: { className: ['box-content'] } },
  }
  node.children = [iconNode(icons[node.name] ?? 'info'), content] as unknown as ContainerDirective['children']
  element(node, 'div', { className: ['box', node.name] })
}

/** The steps of `actions` are numbered, whichever list the author wrote. */
function steps(node: ContainerDirective) {
  for (const child of node.children)
    if (child.type === 'list') {
      child.ordered = true
      child.start ??= 1
      child.data = { hProperties: { className: ['steps'] } }
    }
  element(node, 'div', { className: ['actions'] })
}

function eachItem(
  node: ContainerDirective,
  className: string,
  change: ((item: ListItem) => void) | undefined,
): void {
  for (const child of node.children) {
    if (child.type !== 'list') continue
    markList(child, className)
    if (change) for (const item of child.children) change(item)
  }
  element(node, 'div', { className: [`${className}-block`] })
}

function markList(list: List, className: string): void {
  list.data = { hProperties: { className: [className] } }
}

function titleOf(node: ContainerDirective, labels: Labels, className: string): Paragraph {
  return {
    type: 'paragraph',
    children: takeLabel(node, labels),
    data: { hProperties: { className: [className] } },
  }
}

function leaf(node: LeafDirective, labels: Labels) {
  const attributes = node.attributes ?? {}
  switch (node.name) {
    case 'blank':
      return element(node, 'p', { className: ['blank'] }, [
        span('blank-label', [{ type: 'text', value: textOf(node) }]),
        span('blank-line', []),
      ])
    case 'write':
      return element(node, 'div', { className: ['write'] }, [
        {
          type: 'element',
          tagName: 'p',
          properties: { className: ['write-title'] },
          children: [{ type: 'text', value: textOf(node) || (labels.blocks.write ?? '') }],
        },
        ...writingLines(Number(attributes.lines ?? defaultWriteLines)),
      ])
    case 'icon-array': {
      const numbers = withValues(labels.texts['count-in'], {
        count: formatNumber(Number(attributes.count), labels.language),
        of: formatNumber(Number(attributes.of), labels.language),
      })
      const words = withValues(labels.texts['kind-and-title'], {
        kind: numbers,
        title: attributes.label ?? '',
      })
      return element(
        node,
        'figure',
        {
          className: ['icon-array'],
          dataCount: attributes.count ?? '',
          dataOf: attributes.of ?? '',
          dataLabel: words,
        },
        [caption(words)],
      )
    }
    case 'qr':
      return element(node, 'figure', {
        className: ['qr'],
        dataTo: attributes.to ?? '',
        dataWords: textOf(node),
      })
    default:
      return element(node, 'div', {}, [])
  }
}

function inline(node: TextDirective, labels: Labels) {
  if (node.name === 'cite') {
    const numbers = node.data?.numbers ?? []
    return element(node, 'sup', { className: ['cite'] }, [{ type: 'text', value: `[${numbers.join(', ')}]` }])
  }
  if (node.name === 'lang') return element(node, 'span', { lang: node.attributes?.tag ?? '', dir: 'auto' })
  if (node.name !== 'term') return element(node, 'span', {})
  const parts = node.data?.meaningParts
  if (parts === undefined) return element(node, 'span', { className: ['term'] })
  const words = textOf(node)
  const [before = '', between = '', after = ''] = withValues(labels.texts['term-and-meaning'], {
    term: '\0',
    meaning: '\0',
  }).split('\0')
  element(node, 'span', { className: ['term'] }, [
    ...text(before),
    { type: 'element', tagName: 'dfn', properties: {}, children: text(words) },
    {
      type: 'element',
      tagName: 'span',
      properties: { className: ['meaning'] },
      children: [...text(between), ...parts.flatMap(meaningPart), ...text(after)],
    },
  ])
}

function meaningPart({ text: words, language }: MeaningPart): ElementContent[] {
  if (language === undefined) return text(words)
  return [
    { type: 'element', tagName: 'span', properties: { lang: language, dir: 'auto' }, children: text(words) },
  ]
}

/** Sets what remark-rehype makes of a node; children given replace the node's own. */
function element(node: Directives, name: string, properties: Properties, children?: ElementContent[]): void {
  node.data = {
    ...node.data,
    hName: name,
    hProperties: properties,
    ...(children ? { hChildren: children } : {}),
  }
}

/** An icon for the furnishing step, as a node of the Markdown tree. */
export function iconNode(name: string): BlockContent {
  return {
    type: 'icon',
    data: { hName: 'span', hProperties: { dataIcon: name }, hChildren: [] },
  } as unknown as BlockContent
}

/** The icon of a kind of block. */
export function iconOf(kind: string): string {
  return icons[kind] ?? 'info'
}

function lines(count: number): BlockContent & DefinitionContent {
  return {
    type: 'lines',
    data: { hName: 'div', hProperties: { className: ['lines'] }, hChildren: writingLines(count) },
  } as unknown as BlockContent & DefinitionContent
}

function writingLines(count: number): ElementContent[] {
  return Array.from({ length: count }, () => span('line', []))
}

function caption(words: string): ElementContent {
  return { type: 'element', tagName: 'figcaption', properties: {}, children: text(words) }
}

function span(className: string, children: ElementContent[]): ElementContent {
  return { type: 'element', tagName: 'span', properties: { className: [className] }, children }
}

function text(value: string): ElementContent[] {
  return value === '' ? [] : [{ type: 'text', value }]
}
