// Template texts -> a function that fills them; every fault names template file, line and column.
import Handlebars from 'handlebars'
import type { VFileMessage } from 'vfile-message'
import { fault } from '../model/message.js'
import { registerValues, valueHelpers } from './bind-values.js'
import { type CheckedTemplate, checkTemplate, findLoops } from './check-template.js'
import { type HelperContext, HelperProblem, helperSpecs } from './helpers.js'
import { explain, startKey, UnfitValue } from './template-faults.js'

/** A template or partial as read. */
export interface TemplateText {
  readonly name: string
  /** Path relative to the root. */
  readonly path: string
  readonly text: string
}

/** Fills the templates with plain data. Throws the VFileMessage of the first fault. */
export type Fill = (data: object) => string

/** Fills one partial by its name; undefined where there is none. */
export type FillPart = (name: string, data: object) => string | undefined

/** Helpers of Handlebars that a template may use. */
const blockHelpers = ['if', 'unless', 'each', 'with'] as const
const helpers = [...blockHelpers, ...Object.keys(helperSpecs)]

function compileOptions(names: readonly string[]): CompileOptions {
  return {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: {
      ...Object.fromEntries(names.map((name) => [name, true])),
      // Known to Handlebars unless it is told otherwise.
      ...{ log: false, lookup: false, helperMissing: false, blockHelperMissing: false },
    },
    noEscape: false,
  }
}

/** What templates are checked with, and what their bound trees are compiled with. */
const [asWritten, asBound] = [
  compileOptions(helpers),
  compileOptions([...helpers, ...Object.keys(valueHelpers)]),
]

const runtimeOptions = {
  allowProtoMethodsByDefault: false,
  allowProtoPropertiesByDefault: false,
  allowCallsToHelperMissing: false,
} as const

/**
 * Compiles a template and its partials.
 *
 * @param context language and labels, for helpers
 * @returns the function, or every fault that can be seen without data
 */
export function compileTemplates(
  main: TemplateText,
  partials: ReadonlyMap<string, TemplateText>,
  context: HelperContext,
): { fill: Fill | undefined; fillPart: FillPart; messages: VFileMessage[] } {
  const engine = engineWithHelpers(context)
  const templates = [main, ...partials.values()]
  const checked = new Map(
    templates.map((template) => [
      template,
      checkTemplate(template, { engine, compileOptions: asWritten, partials, helpers, context }),
    ]),
  )
  const references = new Map(
    [...partials.values()].map((partial) => [partial.name, checked.get(partial)?.references ?? []]),
  )
  const messages = [
    ...[...checked.values()].flatMap((one) => one.messages),
    ...findLoops(references, partials),
  ]
  if (messages.length > 0) return { fill: undefined, fillPart: () => undefined, messages }
  const located = (template: TemplateText) => {
    const one = checked.get(template)
    const render = engine.compile(one?.tree, asBound)
    return (data: unknown, options?: Handlebars.RuntimeOptions) =>
      locate(template, one, () => render(data, { ...options, ...runtimeOptions }))
  }
  const fills = new Map([...partials.values()].map((partial) => [partial.name, located(partial)]))
  for (const [name, fill] of fills) engine.registerPartial(name, fill)
  return { fill: located(main), fillPart: (name, data) => fills.get(name)?.(data), messages }
}

function engineWithHelpers(context: HelperContext): typeof Handlebars {
  const engine = Handlebars.create()
  registerValues(engine)
  for (const [name, { run }] of Object.entries(helperSpecs))
    engine.registerHelper(name, (value: unknown, { hash, loc }: Called) => {
      try {
        return run(value, hash, context)
      } catch (cause) {
        if (cause instanceof HelperProblem) throw new UnfitValue(cause, startKey(loc.start))
        throw cause
      }
    })
  return engine
}

/** What Handlebars hands to a helper behind its values. */
interface Called {
  readonly hash: Readonly<Record<string, unknown>>
  readonly loc: { readonly start: { readonly line: number; readonly column: number } }
}

/** Turns what Handlebars throws while filling into a message of the template it happened in. */
function locate(template: TemplateText, checked: CheckedTemplate | undefined, run: () => string): string {
  try {
    return run()
  } catch (cause) {
    if (cause instanceof Error && 'ruleId' in cause) throw cause
    const values = checked ?? { paths: [], given: new Map() }
    const { rule, reason, hint, place } = explain(cause, template.text, values, helpers)
    throw fault({ rule, reason, hint, place, file: template.path })
  }
}
