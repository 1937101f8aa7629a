// Body of a topic -> what is wrong in it: directives, headings, raw HTML, links, terms, sources.
import type { Heading, Link, Node, Root } from 'mdast'
import type { ContainerDirective, Directives, TextDirective } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import { CONTINUE, SKIP, visit } from 'unist-util-visit'
import type { VFileMessage } from 'vfile-message'
import {
  citeIds,
  conditionAttributes,
  type DirectiveForm,
  type DirectiveSpec,
  directives,
  labelOf,
  termKey,
  wordsOf,
} from '../model/directive.js'
import { fault } from '../model/message.js'
import { didYouMean, nearest } from '../model/suggest.js'
import type { TopicMeta } from '../model/topic.js'

/** Words that a condition may name. */
export interface Vocabulary {
  readonly levels: readonly string[]
  /** Shortest first. */
  readonly lengths: readonly string[]
  readonly editions: readonly string[]
  readonly organizations: readonly string[]
  readonly topics: readonly string[]
  readonly notices: readonly string[]
}

type Report = (rule: string, reason: string, node: Node, hint: string) => void

const forms: Readonly<Record<Directives['type'], DirectiveForm>> = {
  containerDirective: 'container',
  leafDirective: 'leaf',
  textDirective: 'text',
}

const written: Readonly<Record<DirectiveForm, string>> = { container: ':::', leaf: '::', text: ':' }

const allowedSchemes = /^(?:https?:\/\/|mailto:|tel:|#)/i

const maxIconArray = 1000
const maxWriteLines = 40

/** Every fault of the body, in the order of the text. */
export function validateBody(
  body: Root,
  source: string,
  meta: Pick<TopicMeta, 'terms' | 'sources'> | undefined,
  vocabulary: Vocabulary,
  file: string,
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
        checkDirective(node, vocabulary, report)
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

function checkDirective(node: Directives, vocabulary: Vocabulary, report: Report): void {
  const form = forms[node.type]
  const isLevel = vocabulary.levels.includes(node.name)
  const spec: DirectiveSpec | undefined = isLevel
    ? { forms: ['container', 'text'], attributes: [], label: 'optional' }
    : Object.hasOwn(directives, node.name)
      ? directives[node.name]
      : undefined
  if (!spec) {
    const known = [...vocabulary.levels, ...Object.keys(directives)]
    const near = nearest(node.name, known)
    report(
      'directive-unknown',
      `There is no directive \`${written[form]}${node.name}\`.`,
      node,
      near
        ? `Did you mean \`${written[form]}${near}\`?`
        : 'If this is plain text, put a space after the colon or write `\\:`.',
    )
    return
  }
  if (!spec.forms.includes(form)) {
    const right = spec.forms.map((one) => `\`${written[one]}${node.name}\``).join(' or ')
    report(
      'directive-form',
      `\`${node.name}\` is not written with \`${written[form]}\`.`,
      node,
      `Write ${right}.`,
    )
    return
  }
  checkAttributes(node, spec, form, vocabulary, report)
  if (spec.label === 'required' && labelOf(node) === '')
    report(
      'directive-label',
      `\`${written[form]}${node.name}\` needs words in brackets.`,
      node,
      `Write \`${written[form]}${node.name}[…]\`.`,
    )
}

function checkAttributes(
  node: Directives,
  spec: DirectiveSpec,
  form: DirectiveForm,
  vocabulary: Vocabulary,
  report: Report,
): void {
  const takesConditions = form !== 'text' || node.name === 'for'
  const known = [...spec.attributes, ...(takesConditions ? conditionAttributes : [])]
  for (const [name, value] of Object.entries(node.attributes ?? {})) {
    if (!known.includes(name)) {
      report(
        'attribute-unknown',
        `\`${node.name}\` has no attribute \`${name}\`.`,
        node,
        didYouMean(name, known),
      )
      continue
    }
    for (const word of wordsOf(value)) checkConditionWord(name, word, vocabulary, node, report)
  }
  checkLengthOrder(node, vocabulary, report)
  checkNumbers(node, report)
}

const vocabularyOf: Readonly<Record<string, { words: keyof Vocabulary; rule: string; kind: string }>> = {
  level: { words: 'levels', rule: 'level-unknown', kind: 'level' },
  from: { words: 'lengths', rule: 'length-unknown', kind: 'length' },
  until: { words: 'lengths', rule: 'length-unknown', kind: 'length' },
  edition: { words: 'editions', rule: 'edition-unknown', kind: 'edition' },
  organization: { words: 'organizations', rule: 'organization-unknown', kind: 'organization' },
}

function checkConditionWord(
  name: string,
  word: string,
  vocabulary: Vocabulary,
  node: Node,
  report: Report,
): void {
  const entry = vocabularyOf[name]
  if (!entry || vocabulary[entry.words].includes(word)) return
  report(
    entry.rule,
    `There is no ${entry.kind} \`${word}\`.`,
    node,
    didYouMean(word, vocabulary[entry.words]),
  )
}

function checkLengthOrder(node: Directives, { lengths }: Vocabulary, report: Report): void {
  const from = lengths.indexOf(node.attributes?.['from'] ?? '')
  const until = lengths.indexOf(node.attributes?.['until'] ?? '')
  if (from >= 0 && until >= 0 && from > until)
    report(
      'condition-empty',
      'This is never printed: `from` is longer than `until`.',
      node,
      'Swap the two lengths.',
    )
}

function checkNumbers(node: Directives, report: Report): void {
  const attributes = node.attributes ?? {}
  if (node.name === 'icon-array') {
    const count = wholeNumber(attributes['count'])
    const of = wholeNumber(attributes['of'])
    if (count === undefined || of === undefined || of < 1 || of > maxIconArray || count > of)
      report(
        'icon-array-numbers',
        'An icon array needs `count` and `of`, and not more than all.',
        node,
        'Write for example `{count=7 of=100 label="…"}`.',
      )
    if (!attributes['label'])
      report(
        'icon-array-label',
        'An icon array needs a label in words.',
        node,
        'Add `label="…"` that says what is counted.',
      )
  }
  if (node.name === 'write' && attributes['lines'] !== undefined) {
    const lines = wholeNumber(attributes['lines'])
    if (lines === undefined || lines < 1 || lines > maxWriteLines)
      report(
        'write-lines',
        `\`lines\` is a number from 1 to ${maxWriteLines}.`,
        node,
        'Write for example `{lines=4}`.',
      )
  }
  if (node.name === 'qr' && !/^(?:topic$|https:\/\/\S+$)/.test(attributes['to'] ?? ''))
    report(
      'qr-address',
      'A QR code leads to `topic` or to an https:// address.',
      node,
      'Write `{to=topic}` or `{to="https://…"}`.',
    )
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
      const asked = node.attributes?.['of'] ?? textOf(node)
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
    const end = node.position?.end.line ?? 0
    if (!/:{3,}\s*$/.test(lines[end - 1] ?? ''))
      report(
        'fence-open',
        `\`:::${node.name}\` is never closed.`,
        node,
        'Put a line with the same number of colons behind it.',
      )
  })
}

function wholeNumber(value: string | null | undefined): number | undefined {
  return value != null && /^\d{1,6}$/.test(value) ? Number(value) : undefined
}
