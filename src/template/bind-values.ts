// The tree of a template -> the same tree with every value looked up by us, so that a missing one tells its exact place.
import type Handlebars from 'handlebars'
import { MissingValue, PrintedGroup, type TemplatePath } from './template-faults.js'

/** Names that no template can write. */
const [lookUp, print] = [' value', ' print']

/** Helpers that bound trees call: the number of the path, where it starts, and its names. */
export const valueHelpers: Readonly<Record<string, (...given: never[]) => unknown>> = {
  [lookUp]: find,
  [print]: (id: number, base: unknown, ...more: readonly unknown[]) => {
    const value = find(id, base, ...more)
    const isHtml = typeof value === 'object' && value !== null && 'toHTML' in value
    if (typeof value === 'object' && value !== null && !isHtml)
      throw new PrintedGroup(id, Array.isArray(value))
    return value
  },
}

/** Own values of plain data alone: `constructor` and its like are missing. The last of what is given are options. */
function find(id: number, base: unknown, ...more: readonly unknown[]): unknown {
  let value = base
  for (const name of more.slice(0, -1).map(String)) {
    const group = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
    if (!Object.hasOwn(group, name)) throw new MissingValue(id, name, Object.keys(group))
    value = group[name]
  }
  if (value === undefined || typeof value === 'function') throw new MissingValue(id, '', [])
  return value
}

/**
 * Binds every path; the tree is changed.
 *
 * @param paths gets every path, by its number
 * @param placed turns a path into what a message says of it
 */
export function bindValues(
  tree: hbs.AST.Program,
  paths: TemplatePath[],
  placed: (path: hbs.AST.PathExpression) => TemplatePath,
): void {
  const bound = (helper: string, path: hbs.AST.PathExpression, named: readonly string[]) => {
    const { data, depth, parts, loc } = path
    // What the names are looked up in: data such as `@index`, a name of `as |name|`, or the surroundings.
    const first = parts[0]
    const kept = data || (depth === 0 && first !== undefined && named.includes(first)) ? 1 : 0
    const base = { ...path, parts: parts.slice(0, kept) }
    const literal = (type: string, value: string | number) => ({ type, value, original: value, loc })
    const params = [
      literal('NumberLiteral', paths.length),
      base,
      ...parts.slice(kept).map((name) => literal('StringLiteral', name)),
    ]
    paths.push(placed(path))
    return { path: { ...path, data: false, depth: 0, parts: [helper], original: helper }, params }
  }
  const expression = (value: hbs.AST.Expression, named: readonly string[]): hbs.AST.Expression => {
    if (value.type === 'PathExpression')
      return {
        type: 'SubExpression',
        ...bound(lookUp, value as hbs.AST.PathExpression, named),
        loc: value.loc,
      } as hbs.AST.Expression
    if (value.type === 'SubExpression') inside(value as hbs.AST.SubExpression, named)
    return value
  }
  const inside = (call: Given, named: readonly string[]) => {
    call.params = call.params.map((value) => expression(value, named))
    for (const pair of call.hash?.pairs ?? []) pair.value = expression(pair.value, named)
  }
  const program = ({ body, blockParams = [] }: hbs.AST.Program, outer: readonly string[]) => {
    const named = [...outer, ...blockParams]
    for (const one of body as AnyStatement[]) {
      if (one.type === 'MustacheStatement' && isValue(one))
        Object.assign(one, bound(print, one.path as hbs.AST.PathExpression, named))
      else if (one.params) inside(one as Given, named)
      if (one.program) program(one.program, named)
      if (one.inverse) program(one.inverse, named)
    }
  }
  program(tree, [])
}

type Given = Pick<hbs.AST.MustacheStatement, 'params' | 'hash'>
/** A statement with what any of its kinds has. */
interface AnyStatement extends hbs.AST.Statement, Given {
  readonly path: hbs.AST.Expression
  readonly program?: hbs.AST.Program
  readonly inverse?: hbs.AST.Program
}

/** Whether a pair of braces prints a value, and calls no helper. */
function isValue({ path, params, hash }: AnyStatement): boolean {
  return path.type === 'PathExpression' && params.length === 0 && !hash?.pairs.length
}

/** Registers what bound trees call. */
export function registerValues(engine: typeof Handlebars): void {
  for (const [name, helper] of Object.entries(valueHelpers))
    engine.registerHelper(name, helper as Handlebars.HelperDelegate)
}
