// A selector -> how much it weighs in the cascade.
import { parse, type Selector, SelectorType } from 'css-what'

/** Weights of ids and classes: no sheet has so many of the lower kind in one selector. */
const idWeight = 1_000_000
const classWeight = 1000

/** Specificity as one number; undefined when the selector cannot be read. */
export function specificityOf(selector: string): number | undefined {
  try {
    return Math.max(...parse(selector).map((parts) => parts.reduce((sum, part) => sum + weightOf(part), 0)))
  } catch {
    return undefined
  }
}

function weightOf(part: Selector): number {
  switch (part.type) {
    case SelectorType.Tag:
    case SelectorType.PseudoElement:
      return 1
    case SelectorType.Attribute:
      return part.name === 'id' && part.action === 'equals' ? idWeight : classWeight
    case SelectorType.Pseudo: {
      if (part.name === 'where') return 0
      if (!Array.isArray(part.data)) return classWeight
      const inside = part.data.map((parts) => parts.reduce((sum, one) => sum + weightOf(one), 0))
      return ['is', 'not', 'has', 'matches'].includes(part.name) ? Math.max(0, ...inside) : classWeight
    }
    default:
      return 0
  }
}
