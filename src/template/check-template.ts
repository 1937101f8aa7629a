// The text of one template -> its faults, the partials it includes and the values it names.
import Handlebars from 'handlebars'
import type { VFileMessage } from 'vfile-message'
import { fault, type Place } from '../model/message.js'
import { didYouMean } from '../model/suggest.js'
import { bindValues } from './bind-values.js'
import { type Call, checkOptions } from './check-options.js'
import type { TemplateText } from './handlebars.js'
import type { HelperContext } from './helpers.js'
import { explain, startKey, type TemplatePath, type TemplateValues } from './template-faults.js'

export interface PartialReference extends Place {
  readonly name: string
}

export interface CheckedTemplate extends TemplateValues {
  /** With its values bound; undefined when it cannot be read. */
  readonly tree: hbs.AST.Program | undefined
  readonly messages: readonly VFileMessage[]
  readonly references: readonly PartialReference[]
}

export interface CheckOptions {
  readonly engine: typeof Handlebars
  readonly compileOptions: CompileOptions
  readonly partials: ReadonlyMap<string, TemplateText>
  /** Names of the helpers there are; each takes one value. */
  readonly helpers: readonly string[]
  readonly context: HelperContext
}

/** Parses a template and walks its tree: syntax, helpers, partial names. */
export function checkTemplate(template: TemplateText, options: CheckOptions): CheckedTemplate {
  if (typeof template.text !== 'string') throw new TypeError('Templates are compiled from strings only')
  const { engine, compileOptions, partials, helpers, context } = options
  const messages: VFileMessage[] = []
  const references: PartialReference[] = []
  const paths: TemplatePath[] = []
  const given = new Map<string, TemplatePath>()
  const report = (rule: string, reason: string, hint: string, place: Place) =>
    messages.push(fault({ rule, reason, hint, place, file: template.path }))
  const checked = { messages, references, paths, given }
  let tree: hbs.AST.Program
  try {
    tree = engine.parse(template.text)
    engine.precompile(template.text, compileOptions)
  } catch (cause) {
    const { rule, reason, hint, place } = explain(cause, template.text, checked, helpers)
    report(rule, reason, hint, place)
    return { ...checked, tree: undefined }
  }

  class Walker extends Handlebars.Visitor {
    override MustacheStatement(call: hbs.AST.MustacheStatement): void {
      if (call.path.type !== 'PathExpression')
        report(
          'template-syntax',
          'There is a text in the braces, not the name of a value.',
          'Write it without braces.',
          placeAt(call.loc.start),
        )
      this.call(call)
      super.MustacheStatement(call)
    }
    override BlockStatement(call: hbs.AST.BlockStatement): void {
      const { original } = call.path
      if (!helpers.includes(original))
        report(
          'helper-unknown',
          `\`{{#${original}}}\` is no block.`,
          `Write \`{{#if ${original}}}\` or \`{{#each ${original}}}\`, and its end.`,
          placeAt(call.loc.start),
        )
      this.call(call)
      super.BlockStatement(call)
    }
    override SubExpression(call: hbs.AST.SubExpression): void {
      this.call(call)
      super.SubExpression(call)
    }
    override PartialStatement(partial: hbs.AST.PartialStatement): void {
      this.partial(partial)
      super.PartialStatement(partial)
    }
    override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
      this.partial(partial)
      super.PartialBlockStatement(partial)
    }
    override Decorator({ loc }: hbs.AST.Node): void {
      this.decorator(loc)
    }
    override DecoratorBlock({ loc }: hbs.AST.Node): void {
      this.decorator(loc)
    }

    private call(call: Call): void {
      const { path, params, loc } = call
      if (path.type !== 'PathExpression') return
      const [first] = params
      if (first) given.set(startKey(loc.start), writtenAt(first))
      const name = (path as hbs.AST.PathExpression).original
      if (!helpers.includes(name)) return
      if (params.length !== 1)
        report(
          'helper-arguments',
          `\`${name}\` is given ${params.length === 0 ? 'no value' : `${params.length} values`} and takes one.`,
          `Write the one value behind it: \`${name} …\`.`,
          placeAt(loc.start),
        )
      else checkOptions(name, call, context, report)
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

    private decorator(loc: hbs.AST.SourceLocation): void {
      report(
        'template-inline',
        'Templates have no inline partials and no decorators.',
        'Put it into a file of its own under partials/.',
        placeAt(loc.start),
      )
    }
  }
  new Walker().accept(tree)
  bindValues(tree, paths, toPath)
  return { ...checked, tree }
}

/** A partial that includes itself, directly or through others, would never end. */
export function findLoops(
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

/** A value as it is written: a path, or the text of a literal. */
function writtenAt(value: hbs.AST.Expression): TemplatePath {
  if (value.type === 'PathExpression') return toPath(value as hbs.AST.PathExpression)
  return { written: '', place: placeAt(value.loc.start) }
}

function toPath({ original, loc }: hbs.AST.PathExpression): TemplatePath {
  return { written: original, place: placeAt(loc.start) }
}

function placeAt(start: { line: number; column: number }): Place {
  return { line: start.line, column: start.column + 1 }
}
