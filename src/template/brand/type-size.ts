// A font size as it is written -> points; undefined when it cannot be reckoned.
import { type CssNode, parse } from 'css-tree'

export interface SizeContext {
  /** Size of the parent, in points. */
  readonly parent: number
  /** Size of the root, in points. */
  readonly root: number
  /** What a custom property holds. */
  readonly variable: (name: string) => string | undefined
}

const pointsOf: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  pc: 12,
}

/** Reckons `pt`, `rem`, `em`, `%`, `calc()`, `max()`, `min()`, `clamp()` and `var()`. */
export function typeSize(value: string, context: SizeContext): number | undefined {
  try {
    const tree = parse(value, { context: 'value' })
    return tree.type === 'Value' ? sum(tree.children.toArray(), context) : undefined
  } catch {
    return undefined
  }
}

/** Terms of a sum or product, from left to right; products bind closer. */
function sum(nodes: readonly CssNode[], context: SizeContext): number | undefined {
  const terms: number[] = []
  let operator = '+'
  for (const node of nodes) {
    if (node.type === 'Operator') {
      operator = node.value.trim()
      continue
    }
    const value = one(node, context)
    if (value === undefined) return undefined
    const last = terms.pop() ?? 0
    if (operator === '*') terms.push(last * value)
    else if (operator === '/') terms.push(last / value)
    else terms.push(last, operator === '-' ? -value : value)
    operator = '+'
  }
  return terms.reduce((all, term) => all + term, 0)
}

function one(node: CssNode, context: SizeContext): number | undefined {
  switch (node.type) {
    case 'Number':
      return Number(node.value)
    case 'Percentage':
      return (Number(node.value) / 100) * context.parent
    case 'Dimension': {
      const unit = node.unit.toLowerCase()
      if (unit === 'rem') return Number(node.value) * context.root
      if (unit === 'em') return Number(node.value) * context.parent
      const points = pointsOf[unit]
      return points === undefined ? undefined : Number(node.value) * points
    }
    case 'Parentheses':
      return sum(node.children.toArray(), context)
    case 'Function':
      return call(node.name.toLowerCase(), node.children.toArray(), context)
    default:
      return undefined
  }
}

function call(name: string, nodes: readonly CssNode[], context: SizeContext): number | undefined {
  if (name === 'calc') return sum(nodes, context)
  if (name === 'var') {
    const [first] = nodes
    const value = first?.type === 'Identifier' ? context.variable(first.name) : undefined
    return value === undefined ? undefined : typeSize(value, context)
  }
  const values: (number | undefined)[] = []
  let open: CssNode[] = []
  for (const node of [...nodes, undefined]) {
    if (node && !(node.type === 'Operator' && node.value.trim() === ',')) open.push(node)
    else {
      values.push(sum(open, context))
      open = []
    }
  }
  const known = values.flatMap((value) => (value === undefined ? [] : [value]))
  if (known.length < values.length) return undefined
  if (name === 'max') return Math.max(...known)
  if (name === 'min') return Math.min(...known)
  const [least = 0, wanted = 0, most = 0] = known
  return name === 'clamp' ? Math.max(least, Math.min(wanted, most)) : undefined
}
