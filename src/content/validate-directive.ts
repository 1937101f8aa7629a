// One directive of the body -> what is wrong in its name, form, words and attributes.
import type { Node } from 'mdast'
import type { Directives } from 'mdast-util-directive'
import {
  conditionAttributes,
  type DirectiveForm,
  type DirectiveSpec,
  directives,
  labelOf,
  wordsOf,
} from '../model/directive.js'
import { languageTag } from '../model/language.js'
import { didYouMean, nearest } from '../model/suggest.js'
import type { Report, Vocabulary } from './vocabulary.js'

const forms: Readonly<Record<Directives['type'], DirectiveForm>> = {
  containerDirective: 'container',
  leafDirective: 'leaf',
  textDirective: 'text',
}

const written: Readonly<Record<DirectiveForm, string>> = { container: ':::', leaf: '::', text: ':' }

const maxIconArray = 1000
const maxWriteLines = 40

/**
 * Reports every fault of a directive.
 *
 * @param more directives besides those of every topic
 */
export function checkDirective(
  node: Directives,
  vocabulary: Vocabulary,
  report: Report,
  more: Readonly<Record<string, DirectiveSpec>> = {},
): void {
  const all = { ...directives, ...more }
  const form = forms[node.type]
  const isLevel = vocabulary.levels.includes(node.name)
  const spec: DirectiveSpec | undefined = isLevel
    ? { forms: ['container', 'text'], attributes: [], label: 'optional' }
    : Object.hasOwn(all, node.name)
      ? all[node.name]
      : undefined
  if (!spec) {
    const known = [...vocabulary.levels, ...Object.keys(all)]
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
  checkValues(node, report)
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
  const from = lengths.indexOf(node.attributes?.from ?? '')
  const until = lengths.indexOf(node.attributes?.until ?? '')
  if (from >= 0 && until >= 0 && from > until)
    report(
      'condition-empty',
      'This is never printed: `from` is longer than `until`.',
      node,
      'Swap the two lengths.',
    )
}

function checkValues(node: Directives, report: Report): void {
  const attributes = node.attributes ?? {}
  if (node.name === 'icon-array') {
    const count = wholeNumber(attributes.count)
    const of = wholeNumber(attributes.of)
    if (count === undefined || of === undefined || of < 1 || of > maxIconArray || count > of)
      report(
        'icon-array-numbers',
        'An icon array needs `count` and `of`, and not more than all.',
        node,
        'Write for example `{count=7 of=100 label="…"}`.',
      )
    if (!attributes.label)
      report(
        'icon-array-label',
        'An icon array needs a label in words.',
        node,
        'Add `label="…"` that says what is counted.',
      )
  }
  if (node.name === 'write' && attributes.lines !== undefined) {
    const lines = wholeNumber(attributes.lines)
    if (lines === undefined || lines < 1 || lines > maxWriteLines)
      report(
        'write-lines',
        `\`lines\` is a number from 1 to ${maxWriteLines}.`,
        node,
        'Write for example `{lines=4}`.',
      )
  }
  if (node.name === 'lang' && !languageTag.test(attributes.tag ?? ''))
    report(
      'language-tag',
      attributes.tag
        ? `\`${attributes.tag}\` is not a language tag.`
        : 'The language of these words is missing.',
      node,
      'Write for example `{tag=es}` or `{tag=zh-Hans}`.',
    )
  if (node.name === 'qr' && !/^(?:topic$|https:\/\/\S+$)/.test(attributes.to ?? ''))
    report(
      'qr-address',
      'A QR code leads to `topic` or to an https:// address.',
      node,
      'Write `{to=topic}` or `{to="https://…"}`.',
    )
}

function wholeNumber(value: string | null | undefined): number | undefined {
  return value != null && /^\d{1,6}$/.test(value) ? Number(value) : undefined
}
