// One call of a helper -> what is wrong with its options, and with the label it names.
import type { Place } from '../model/message.js'
import { didYouMean, nearest } from '../model/suggest.js'
import { type HelperContext, helperSpecs } from './helpers.js'
import { labelNamed, labelNames, placesIn } from './label-names.js'

export type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression

type Report = (rule: string, reason: string, hint: string, place: Place) => void

/** Reports options that there are not, that are missing, or whose words are not among those they may be. */
export function checkOptions(name: string, call: Call, context: HelperContext, report: Report): void {
  const spec = helperSpecs[name]
  const pairs = call.hash?.pairs ?? []
  const [first] = call.params
  const label = name === 't' && first?.type === 'StringLiteral' ? (first as hbs.AST.StringLiteral) : undefined
  const text = label && labelNamed(context, label.value)
  if (label && text === undefined) {
    const near = nearest(label.value, labelNames(context))
    report(
      'label-unknown',
      `There is no label \`${label.value}\`.`,
      `${near === undefined ? '' : `Did you mean \`${near}\`? `}templates/labels/en.yaml has them all; words of your own go under \`words\` of a label file.`,
      placeAt(label.loc.start),
    )
  }
  const known = text === undefined ? Object.keys(spec?.options ?? {}) : placesIn(text)
  const takesAny = spec?.more === true && text === undefined
  for (const pair of pairs) {
    const place = placeAt(pair.loc.start)
    if (!known.includes(pair.key)) {
      if (!takesAny)
        report(
          'helper-option',
          `\`${name}\` has no option \`${pair.key}\` here.`,
          didYouMean(pair.key, known),
          place,
        )
      continue
    }
    const words = spec?.options[pair.key]
    const written =
      pair.value.type === 'StringLiteral' ? (pair.value as hbs.AST.StringLiteral).value : undefined
    if (Array.isArray(words) && (written === undefined || !words.includes(written)))
      report(
        'helper-value',
        written === undefined
          ? `\`${pair.key}\` is written out, not computed.`
          : `\`${pair.key}\` cannot be \`${written}\`.`,
        `Write ${words.map((word) => `\`${pair.key}="${word}"\``).join(' or ')}.`,
        placeAt(pair.value.loc.start),
      )
  }
  const required = text === undefined ? (spec?.required ?? []) : placesIn(text)
  const missing = required.filter((key) => !pairs.some((pair) => pair.key === key))
  if (missing.length > 0)
    report(
      'helper-option',
      `\`${name}\` needs ${missing.map((key) => `\`${key}\``).join(' and ')} here.`,
      `Write \`${missing.map((key) => `${key}=…`).join(' ')}\` behind the value.`,
      placeAt(call.loc.start),
    )
}

function placeAt(start: { readonly line: number; readonly column: number }): Place {
  return { line: start.line, column: start.column + 1 }
}
