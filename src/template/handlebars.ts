// Template texts -> a function that fills them; every fault names template file, line and column.
import Handlebars from 'handlebars'
import type { VFileMessage } from 'vfile-message'
import { icon } from '../media/icons.js'
import { fault } from '../model/message.js'
import { type CheckedTemplate, checkTemplate, findLoops } from './check-template.js'
import { explain, explainGroup, MissingValue, type Problem, startKey } from './template-faults.js'

/** A template or partial as read. */
export interface TemplateText {
  readonly name: string
  /** Path relative to the root. */
  readonly path: string
  readonly text: string
}

/** Fills the templates with plain data. Throws the VFileMessage of the first fault. */
export type Fill = (data: object) => string

/** Helpers of Handlebars that a template may use. */
const blockHelpers = ['if', 'unless', 'each', 'with'] as const
const helpers = [...blockHelpers, 'icon'] as const

const compileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: {
    ...Object.fromEntries(helpers.map((name) => [name, true])),
    // Known to Handlebars unless it is told otherwise.
    ...{ log: false, lookup: false, helperMissing: false, blockHelperMissing: false },
  },
  noEscape: false,
}

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
  const engine = engineWithHelpers()
  const templates = [main, ...partials.values()]
  const checked = new Map(
    templates.map((template) => [
      template,
      checkTemplate(template, { engine, compileOptions, partials, helpers }),
    ]),
  )
  const references = new Map(
    [...partials.values()].map((partial) => [partial.name, checked.get(partial)?.references ?? []]),
  )
  const messages = [
    ...[...checked.values()].flatMap((one) => one.messages),
    ...findLoops(references, partials),
  ]
  if (messages.length > 0) return { fill: undefined, messages }
  const located = (template: TemplateText) => {
    const render = engine.compile(template.text, compileOptions)
    return (context: unknown, options?: Handlebars.RuntimeOptions) =>
      locate(template, checked.get(template), () => render(context, { ...options, ...runtimeOptions }))
  }
  for (const partial of partials.values()) engine.registerPartial(partial.name, located(partial))
  const render = located(main)
  return { fill: (data) => render(withoutPrototypes(data)), messages }
}

function engineWithHelpers(): typeof Handlebars {
  const engine = Handlebars.create()
  // Strict templates look up what they print, but not what they give to a helper.
  const withValue = (helper: Handlebars.HelperDelegate): Handlebars.HelperDelegate =>
    function (this: unknown, ...given: unknown[]): unknown {
      const { loc } = given.at(-1) as { loc?: { start: { line: number; column: number } } }
      if (given[0] === undefined && loc) throw new MissingValue(startKey(loc.start))
      return helper.apply(this, given as Parameters<Handlebars.HelperDelegate>)
    }
  for (const name of blockHelpers) {
    const helper = engine.helpers[name]
    if (helper) engine.registerHelper(name, withValue(helper))
  }
  engine.registerHelper(
    'icon',
    withValue(
      (name: unknown) =>
        new Handlebars.SafeString(`<span class="icon-box" aria-hidden="true">${icon(String(name))}</span>`),
    ),
  )
  return engine
}

/** Stands around the name of a group of values that a template prints as if it were a text; no text holds it. */
const groupMark = '\ufdd0'

/** A copy without prototypes and functions, so that `constructor` and its like are missing values. */
function withoutPrototypes(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutPrototypes(one))
  if (typeof value === 'function') return undefined
  if (value === null || typeof value !== 'object') return value
  const group = { [Symbol.toPrimitive]: () => groupMark + name + groupMark }
  const copy: Record<string, unknown> = Object.create(Object.setPrototypeOf(group, null))
  for (const [key, one] of Object.entries(value)) copy[key] = withoutPrototypes(one, key)
  return copy
}

/** Turns what Handlebars throws while filling into a message of the template it happened in. */
function locate(template: TemplateText, checked: CheckedTemplate | undefined, run: () => string): string {
  const values = checked ?? { paths: [], given: new Map() }
  const problem = ({ rule, reason, hint, place }: Problem) =>
    fault({ rule, reason, hint, place, file: template.path })
  let filled: string
  try {
    filled = run()
  } catch (cause) {
    if (cause instanceof Error && 'ruleId' in cause) throw cause
    throw problem(explain(cause, template.text, values, helpers))
  }
  const start = filled.indexOf(groupMark)
  if (start < 0) return filled
  throw problem(explainGroup(filled.slice(start + 1, filled.indexOf(groupMark, start + 1)), values))
}
