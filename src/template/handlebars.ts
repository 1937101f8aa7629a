// Template texts -> a function that fills them; every fault names template file, line and column.
import Handlebars from 'handlebars'
import type { VFileMessage } from 'vfile-message'
import { icon } from '../media/icons.js'
import { fault, type Place } from '../model/message.js'
import { didYouMean } from '../model/suggest.js'

/** A template or partial as read. */
export interface TemplateText {
  readonly name: string
  /** Path relative to the root. */
  readonly path: string
  readonly text: string
}

/** Fills the templates with plain data. Throws the VFileMessage of the first fault. */
export type Fill = (data: object) => string

/** The helpers a template may use. `log` and `lookup` are not among them. */
const helpers = { if: true, unless: true, each: true, with: true, icon: true, log: false, lookup: false }

const compileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: helpers,
  noEscape: false,
} as const

const runtimeOptions = {
  allowProtoMethodsByDefault: false,
  allowProtoPropertiesByDefault: false,
  allowCallsToHelperMissing: false,
} as const

/**
 * Compiles a template and its partials.
 *
 * @returns the function, or every fault that can be seen without data
 */
export function compileTemplates(
  main: TemplateText,
  partials: ReadonlyMap<string, TemplateText>,
): { fill: Fill | undefined; messages: VFileMessage[] } {
  const engine = Handlebars.create()
  engine.registerHelper(
    'icon',
    (name: unknown) =>
      new Handlebars.SafeString(`<span class="icon-box" aria-hidden="true">${icon(String(name))}</span>`),
  )
  const messages: VFileMessage[] = []
  const references = new Map<string, PartialReference[]>()
  for (const template of [main, ...partials.values()]) {
    const checked = check(engine, template, partials)
    messages.push(...checked.messages)
    references.set(template.name, checked.references)
  }
  messages.push(...findLoops(references, partials))
  if (messages.length > 0) return { fill: undefined, messages }
  for (const partial of partials.values()) {
    const render = engine.compile(partial.text, compileOptions)
    const located = (context: unknown, options?: Handlebars.RuntimeOptions) =>
      locate(partial, () => render(context, { ...options, ...runtimeOptions }))
    engine.registerPartial(partial.name, located)
  }
  const render = engine.compile(main.text, compileOptions)
  return { fill: (data) => locate(main, () => render(data, runtimeOptions)), messages }
}

interface PartialReference extends Place {
  readonly name: string
}

/** Parses one template and walks its tree: syntax, helpers, partial names. */
function check(
  engine: typeof Handlebars,
  template: TemplateText,
  partials: ReadonlyMap<string, TemplateText>,
): { messages: VFileMessage[]; references: PartialReference[] } {
  const messages: VFileMessage[] = []
  const references: PartialReference[] = []
  const report = (rule: string, reason: string, hint: string, place: Place) =>
    messages.push(fault({ rule, reason, hint, place, file: template.path }))
  if (typeof template.text !== 'string') throw new TypeError('Templates are compiled from strings only')
  let tree: hbs.AST.Program
  try {
    tree = engine.parse(template.text)
    engine.precompile(template.text, compileOptions)
  } catch (cause) {
    const problem = explain(cause, template.text)
    report(problem.rule, problem.reason, problem.hint, problem.place)
    return { messages, references }
  }
  class Walker extends Handlebars.Visitor {
    override PartialStatement(partial: hbs.AST.PartialStatement): void {
      this.partial(partial)
      super.PartialStatement(partial)
    }
    override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
      this.partial(partial)
      super.PartialBlockStatement(partial)
    }
    private partial({ name, loc }: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement): void {
      const place = placeAt(loc.start)
      if (name.type !== 'PathExpression') {
        report(
          'partial-computed',
          'The name of a partial is written out, not computed.',
          'Use `{{#if}}` around two partials.',
          place,
        )
        return
      }
      const wanted = (name as hbs.AST.PathExpression).original
      references.push({ name: wanted, ...place })
      if (!partials.has(wanted))
        report(
          'partial-unknown',
          `There is no partial \`${wanted}\`.`,
          didYouMean(wanted, partials.keys()),
          place,
        )
    }
  }
  new Walker().accept(tree)
  return { messages, references }
}

/** A partial that includes itself, directly or through others, would never end. */
function findLoops(
  references: ReadonlyMap<string, readonly PartialReference[]>,
  partials: ReadonlyMap<string, TemplateText>,
): VFileMessage[] {
  const messages: VFileMessage[] = []
  for (const [name, partial] of partials) {
    for (const reference of references.get(name) ?? []) {
      const way = wayTo(reference.name, name, references, [])
      if (way)
        messages.push(
          fault({
            rule: 'partial-loop',
            reason: `The partial \`${name}\` includes itself: ${[name, ...way].join(' → ')}.`,
            hint: 'Remove one of these inclusions.',
            place: reference,
            file: partial.path,
          }),
        )
    }
  }
  return messages
}

function wayTo(
  from: string,
  goal: string,
  references: ReadonlyMap<string, readonly PartialReference[]>,
  seen: readonly string[],
): string[] | undefined {
  if (from === goal) return [goal]
  if (seen.includes(from)) return undefined
  for (const next of references.get(from) ?? []) {
    const way = wayTo(next.name, goal, references, [...seen, from])
    if (way) return [from, ...way]
  }
  return undefined
}

/** Turns what Handlebars throws while filling into a message of the template it happened in. */
function locate(template: TemplateText, run: () => string): string {
  try {
    return run()
  } catch (cause) {
    if (isMessage(cause)) throw cause
    const problem = explain(cause, template.text)
    throw fault({
      rule: problem.rule,
      reason: problem.reason,
      hint: problem.hint,
      place: problem.place,
      file: template.path,
    })
  }
}

function isMessage(value: unknown): boolean {
  return value instanceof Error && 'ruleId' in value
}

interface Problem {
  readonly rule: string
  readonly reason: string
  readonly hint: string
  readonly place: Place
}

/** Handlebars' exceptions carry their place in `lineNumber`/`column`, or in the words of the message. */
function explain(cause: unknown, text: string): Problem {
  const error = cause as { message?: string; lineNumber?: number; column?: number }
  const message = error.message ?? String(cause)
  const tail = / - (\d+):(\d+)$/.exec(message)
  const place: Place =
    error.lineNumber !== undefined
      ? { line: error.lineNumber, column: (error.column ?? 0) + 1 }
      : tail
        ? { line: Number(tail[1]), column: Number(tail[2]) + 1 }
        : placeOfParseError(message, text)
  const missing = /^"(.+?)" not defined in/.exec(message)
  if (missing)
    return {
      rule: 'template-value-missing',
      reason: `There is no value \`${pathAt(text, place) ?? missing[1]}\` here.`,
      hint: 'docs/templates.md lists every value.',
      place,
    }
  const helper = /unknown helper (\S+)/.exec(message)
  if (helper)
    return {
      rule: 'helper-unknown',
      reason: `There is no helper \`${helper[1]}\`.`,
      hint: didYouMean(
        helper[1] ?? '',
        Object.keys(helpers).filter((name) => helpers[name as keyof typeof helpers]),
      ),
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

/** The whole path at a place: Handlebars names its last part alone. */
function pathAt(text: string, { line, column }: Place): string | undefined {
  return /^[\w@][\w@./-]*/.exec((text.split('\n')[line - 1] ?? '').slice(column - 1))?.[0]
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

function placeAt(start: { line: number; column: number }): Place {
  return { line: start.line, column: start.column + 1 }
}
