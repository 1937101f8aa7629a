// What Handlebars throws -> rule, words, hint and the place in the template.
import type { Place } from '../model/message.js'
import { didYouMean } from '../model/suggest.js'

export interface Problem {
  readonly rule: string
  readonly reason: string
  readonly hint: string
  readonly place: Place
}

/** A value that a template names, such as `organization.logo.alt`. */
export interface TemplatePath {
  readonly written: string
  readonly parts: readonly string[]
  readonly place: Place
}

/** What is known of a template before it is filled. */
export interface TemplateValues {
  readonly paths: readonly TemplatePath[]
  /** The value a helper is given, by the place where its call starts. */
  readonly given: ReadonlyMap<string, TemplatePath>
}

/** Thrown by a helper whose value is not there; `start` is where its call starts. */
export class MissingValue extends Error {
  override readonly name = 'MissingValue'
  readonly start: string

  constructor(start: string) {
    super('A helper was given a value that is not there')
    this.start = start
  }
}

/** Key of a place in `TemplateValues.given`. */
export function startKey(start: { line: number; column: number }): string {
  return `${start.line}:${start.column}`
}

/**
 * Explains an exception.
 *
 * @param helpers names of the helpers there are
 */
export function explain(
  cause: unknown,
  text: string,
  values: TemplateValues,
  helpers: readonly string[],
): Problem {
  if (cause instanceof MissingValue) {
    const given = values.given.get(cause.start)
    return missingValue(given?.written ?? '', given?.place ?? { line: 1, column: 1 })
  }
  const error = cause as { message?: string; lineNumber?: number; column?: number }
  const message = error.message ?? String(cause)
  const place = placeOf(error, message, text)
  const missing = /^"(.+?)" not defined in/.exec(message)
  if (missing) {
    const path = values.paths.find(
      (one) => one.place.line === place.line && one.place.column === place.column,
    )
    return missingValue(path?.written ?? missing[1] ?? '', place)
  }
  // A value of a value that is not there, or of a text.
  const part = /\(reading '(.+?)'\)|'in' operator to search for '(.+?)'/.exec(message)
  if (part) {
    const name = part[1] ?? part[2] ?? ''
    const path = values.paths.find((one) => one.parts.lastIndexOf(name) > 0)
    return missingValue(path?.written ?? name, path?.place ?? place)
  }
  const helper = /unknown helper (\S+)/.exec(message)
  if (helper)
    return {
      rule: 'helper-unknown',
      reason: `There is no helper \`${helper[1]}\`.`,
      hint: didYouMean(helper[1] ?? '', helpers),
      place,
    }
  const reason = (message.split('\n')[0] ?? '')
    .replace(/ - \d+:\d+$/, '')
    .replace(/^Parse error on line \d+:?$/, 'This is not a valid template')
  return {
    rule: 'template-syntax',
    reason: `${reason}.`.replace('..', '.'),
    hint: 'Check that every `{{#…}}` is closed by its `{{/…}}`.',
    place,
  }
}

/** A group of values, such as `organization`, printed as if it were a text. */
export function explainGroup(name: string, { paths }: TemplateValues): Problem {
  const path = paths.find(({ parts }) => (parts.at(-1) ?? '') === name)
  return {
    rule: 'template-value-group',
    reason: `\`${path?.written ?? name}\` is a group of values, not a text.`,
    hint: 'Name one of its values, as in `organization.name`; docs/templates.md lists them.',
    place: path?.place ?? { line: 1, column: 1 },
  }
}

function missingValue(written: string, place: Place): Problem {
  return {
    rule: 'template-value-missing',
    reason: `There is no value \`${written}\` here.`,
    hint: 'docs/templates.md lists every value.',
    place,
  }
}

/** Handlebars' exceptions carry their place in `lineNumber`/`column`, or in the words of the message. */
function placeOf(error: { lineNumber?: number; column?: number }, message: string, text: string): Place {
  if (error.lineNumber !== undefined) return { line: error.lineNumber, column: (error.column ?? 0) + 1 }
  const tail = / - (\d+):(\d+)$/.exec(message)
  return tail ? { line: Number(tail[1]), column: Number(tail[2]) + 1 } : placeOfParseError(message, text)
}

/** A parse error shows up to 20 characters before the place, then draws an arrow below it. */
function placeOfParseError(message: string, text: string): Place {
  const [first = '', excerpt = '', arrow = ''] = message.split('\n')
  const line = Number(/line (\d+)/.exec(first)?.[1] ?? 1)
  const pointer = arrow.indexOf('^')
  const before = excerpt.slice(0, Math.max(0, pointer)).replace(/^\.\.\./, '')
  const lineText = text.split('\n')[line - 1] ?? ''
  for (let length = before.length; length > 0; length--) {
    const column = lineText.indexOf(before.slice(-length))
    if (column >= 0) return { line, column: column + length + 1 }
  }
  return { line, column: 1 }
}
