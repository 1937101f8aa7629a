// Body of a topic -> what is wrong in it: directives, headings, raw HTML, links, terms, sources.
import type { Heading, Link, Node, Root, Text } from 'mdast'
import type { ContainerDirective, Directives, TextDirective } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import { CONTINUE, SKIP, visit } from 'unist-util-visit'
import type { VFileMessage } from 'vfile-message'
import { citeIds, type DirectiveSpec, termKey } from '../model/directive.js'
import { fault } from '../model/message.js'
import { didYouMean } from '../model/suggest.js'
import type { TopicMeta } from '../model/topic.js'
import { checkDirective } from './validate-directive.js'
import type { Report, Vocabulary } from './vocabulary.js'

const allowedSchemes = /^(?:https?:\/\/|mailto:|tel:|#)/i

/**
 * Every fault of the body, in the order of the text.
 *
 * @param more directives besides those of every topic
 */
export function validateBody(
  body: Root,
  source: string,
  meta: Pick<TopicMeta, 'terms' | 'sources'> | undefined,
  vocabulary: Vocabulary,
  file: string,
  more: Readonly<Record<string, DirectiveSpec>> = {},
): VFileMessage[] {
  const messages: VFileMessage[] = []
  const report: Report = (rule, reason, node, hint) =>
    messages.push(fault({ rule, reason, place: node, hint, file }))
  visit(body, (node) => {
    switch (node.type) {
      case 'html':
        report(
          'raw-html',
          'Raw HTML is not printed.',
          node,
          'Write it in Markdown, or put `\\` before the `<`.',
        )
        return SKIP
      case 'heading':
        checkHeading(node, report)
        return CONTINUE
      case 'link':
      case 'definition':
        checkLink(node, report)
        return CONTINUE
      case 'text':
        checkFootnotes(node, source, report)
        return CONTINUE
      case 'paragraph':
        if (/^:{3,}\s*$/m.test(textOf(node)))
          report(
            'fence-stray',
            'A closing `:::` stands here without its opening.',
            node,
            'When blocks stand inside one another, the outer one needs more colons: `::::warning` … `::::`.',
          )
        return CONTINUE
      case 'containerDirective':
      case 'leafDirective':
      case 'textDirective':
        checkDirective(node, vocabulary, report, more)
        checkReference(node, meta, report)
        return CONTINUE
      default:
        return CONTINUE
    }
  })
  checkMainMessage(body, report)
  checkClosed(body, source, report)
  return messages
}

function checkHeading(node: Heading, report: Report): void {
  if (node.depth === 1)
    report(
      'heading-one',
      'A `#` heading is not used: the title stands in the front matter.',
      node,
      'Use `##` for a section.',
    )
  if (node.depth > 3)
    report(
      'heading-deep',
      'Headings go down to `###`.',
      node,
      'Use `###`, or bold words at the start of a paragraph.',
    )
}

function checkLink(node: Link | (Node & { url: string }), report: Report): void {
  if (allowedSchemes.test(node.url)) return
  report(
    'link-address',
    `The link address \`${node.url}\` cannot be printed.`,
    node,
    'Use a whole address that starts with https://, mailto: or tel:.',
  )
}

/** A footnote without words, or with words in a block further down, is left standing as it was typed. */
function checkFootnotes(node: Text, source: string, report: Report): void {
  const { start, end } = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return
  const typed = source.slice(start.offset, end.offset)
  for (const match of typed.matchAll(/(?<!\\)\[\^[^\]\s]+\]/g)) {
    const before = typed.slice(0, match.index).split(/\r\n|\r|\n/)
    const last = before.at(-1) ?? ''
    const place = {
      line: start.line + before.length - 1,
      column: before.length === 1 ? start.column + last.length : last.length + 1,
    }
    report(
      'footnote-unknown',
      `The footnote \`${match[0]}\` has no words.`,
      { type: 'footnote', position: { start: place, end: place } },
      `Write \`${match[0]}: …\` at the end of the file, outside of blocks; or put \`\\\` before the bracket.`,
    )
  }
}

function checkReference(
  node: Directives,
  meta: Pick<TopicMeta, 'terms' | 'sources'> | undefined,
  report: Report,
): void {
  if (!meta) return
  if (node.name === 'term') {
    const key = termKey(node as TextDirective, meta.terms)
    if (key === undefined) {
      const asked = node.attributes?.of ?? textOf(node)
      report(
        'term-unknown',
        `The term \`${asked}\` has no meaning in the front matter.`,
        node,
        `Add it under \`terms\`. ${didYouMean(asked, Object.keys(meta.terms))}`,
      )
    }
  }
  if (node.name === 'cite')
    for (const id of citeIds(node as TextDirective))
      if (!Object.hasOwn(meta.sources, id))
        report(
          'cite-unknown',
          `There is no source \`${id}\`.`,
          node,
          `Add it under \`sources\`. ${didYouMean(id, Object.keys(meta.sources))}`,
        )
}

function checkMainMessage(body: Root, report: Report): void {
  visit(body, 'containerDirective', (node: ContainerDirective, _index, parent) => {
    if (node.name !== 'main-message') return
    visit(node, 'heading', (heading: Heading) => {
      report(
        'main-message-heading',
        'The main message has no headings.',
        heading,
        'Keep it to one to three sentences.',
      )
    })
    visit(node, 'footnoteReference', (reference) => {
      report(
        'main-message-footnote',
        'The main message has no footnotes.',
        reference,
        'Say it in the main message, or in a section below it.',
      )
    })
    if (parent?.type === 'listItem' || parent?.type === 'blockquote')
      report(
        'main-message-place',
        'The main message stands alone.',
        node,
        'Take it out of the list or quotation.',
      )
  })
}

/** A container that runs to the end of the text swallows everything behind it without a word. */
function checkClosed(body: Root, source: string, report: Report): void {
  const lines = source.split(/\r\n|\r|\n/)
  visit(body, 'containerDirective', (node: ContainerDirective) => {
    const { line = 0, column = 1 } = node.position?.end ?? {}
    // One that is left open inside another ends where the line of the other's fence begins.
    if (!/:{3,}\s*$/.test((lines[line - 1] ?? '').slice(0, column - 1)))
      report(
        'fence-open',
        `\`:::${node.name}\` is never closed.`,
        node,
        'Put a line with the same number of colons behind it.',
      )
  })
}
