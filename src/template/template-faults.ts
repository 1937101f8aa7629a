// What Handlebars throws -> rule, words, hint and the place in the template.
import type { Place } from '../model/message.js'
import { didYouMean, nearest } from '../model/suggest.js'

export interface Problem {
  readonly rule: string
  readonly reason: string
  readonly hint: string
  readonly place: Place
}

/** A value that a template names, such as `organization.logo.alt`. */
export interface TemplatePath {
  readonly written: string
  readonly place: Place
}

/** What is known of a template before it is filled. */
export interface TemplateValues {
  /** Values that are looked up, by their number. */
  readonly paths: readonly TemplatePath[]
  /** What a helper is given, by the place where its call starts. */
  readonly given: ReadonlyMap<string, TemplatePath>
}

/** Thrown for a value that is not there, with the names that are. */
export class MissingValue extends Error {
  override readonly name = 'MissingValue'
  readonly path: number
  readonly part: string
  readonly known: readonly string[]

  constructor(path: number, part: string, known: readonly string[]) {
    super('A value is not there')
    this.path = path
    this.part = part
    this.known = known
  }
}

/** Thrown for a group of values, such as `organization`, or a list that is printed as if it were a text. */
export class PrintedGroup extends Error {
  override readonly name = 'PrintedGroup'
  readonly path: number
  readonly isList: boolean

  constructor(path: number, isList: boolean) {
    super('A group of values is printed')
    this.path = path
    this.isList = isList
  }
}

/** Thrown for a helper that cannot use what it is given. */
export class UnfitValue extends Error {
  override readonly name = 'UnfitValue'
  readonly hint: string
  readonly start: string

  constructor(problem: { readonly message: string; readonly hint: string }, start: string) {
    super(problem.message)
    this.hint = problem.hint
    this.start = start
  }
}

/** Key of a place in `TemplateValues.given`. */
export function startKey(start: { readonly line: number; readonly column: number }): string {
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
  if (cause instanceof MissingValue) return missingValue(cause, values.paths[cause.path])
  if (cause instanceof PrintedGroup) return printedGroup(cause, values.paths[cause.path])
  if (cause instanceof UnfitValue) {
    const place = values.given.get(cause.start)?.place ?? start
    return { rule: 'helper-value', reason: cause.message, hint: cause.hint, place }
  }
  const error = cause as { message?: string; lineNumber?: number; column?: number }
  const message = error.message ?? String(cause)
  const place = placeOf(error, message, text)
  const helper = /unknown helper (\S+)/.exec(message)
  if (helper)
    return {
      rule: 'helper-unknown',
      reason: `There is no helper \`${helper[1]}\`.`,
      hint: didYouMean(helper[1] ?? '', helpers),
      place,
    }
  const mismatch = /^(.+?) doesn't match (.+?)(?: - |$)/.exec(message)
  const open = mismatch || /^Parse error/.test(message) ? openBlock(text) : undefined
  if (open) return open
  const reason = (message.split('\n')[0] ?? '')
    .replace(/ - \d+:\d+$/, '')
    .replace(/^Parse error on line \d+:?$/, 'This is not a valid template')
  return {
    rule: 'template-syntax',
    reason: `${reason}.`.replace('..', '.'),
    hint: 'Check the braces: each `{{` is closed by `}}`, each `{{{` by `}}}`, each `{{#…}}` by its `{{/…}}`.',
    place,
  }
}

/** The block that is never closed, or is closed by the end of another; Handlebars tells where it noticed. */
function openBlock(text: string): Problem | undefined {
  const open: { readonly name: string; readonly offset: number }[] = []
  const tags = /\\?\{\{\{?(?:!--[\s\S]*?--~?\}\}|![\s\S]*?\}\}|~?([#^/])\s*[>*]?\s*([^\s}~(]+)[^}]*\}\})/g
  for (const { 0: whole, 1: kind, 2: name = '', index } of text.matchAll(tags)) {
    if (kind === undefined || whole.startsWith('\\')) continue
    if (kind !== '/') {
      open.push({ name, offset: index })
      continue
    }
    const last = open.pop()
    if (last?.name === name) continue
    return last
      ? syntax(
          `\`{{#${last.name}}}\` of line ${pointAt(text, last.offset).line} is closed by \`{{/${name}}}\`.`,
          `Write \`{{/${last.name}}}\` here, or close the inner block first.`,
          pointAt(text, index),
        )
      : syntax(
          `\`{{/${name}}}\` closes nothing.`,
          'Take it out, or open the block before it.',
          pointAt(text, index),
        )
  }
  const last = open.at(-1)
  if (!last) return undefined
  return syntax(
    `\`{{#${last.name}}}\` is never closed.`,
    `Write \`{{/${last.name}}}\` where it ends.`,
    pointAt(text, last.offset),
  )
}

function syntax(reason: string, hint: string, place: Place): Problem {
  return { rule: 'template-syntax', reason, hint, place }
}

function pointAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

function missingValue({ part, known }: MissingValue, path: TemplatePath | undefined): Problem {
  const near = nearest(part, known)
  return {
    rule: 'template-value-missing',
    reason: `There is no value \`${path?.written ?? part}\` here.`,
    hint: `${near === undefined ? '' : `Did you mean \`${near}\`? `}docs/templates.md lists every value.`,
    place: path?.place ?? start,
  }
}

function printedGroup({ isList }: PrintedGroup, path: TemplatePath | undefined): Problem {
  return {
    rule: 'template-value-group',
    reason: `\`${path?.written ?? ''}\` is a ${isList ? 'list' : 'group'} of values, not a text.`,
    hint: isList
      ? 'Write it with `{{#each …}}`, or a list of texts with `{{list …}}`.'
      : 'Name one of its values, as in `organization.name`; docs/templates.md lists them.',
    place: path?.place ?? start,
  }
}

const start: Place = { line: 1, column: 1 }

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
