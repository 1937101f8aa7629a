// A declaration that has to do with colours or sizes of type -> the longhand properties it sets.

/** Physical names stand for logical ones: which side it is does not change a colour. */
const sides = ['top', 'right', 'bottom', 'left'] as const
const logical: Readonly<Record<string, readonly string[]>> = {
  'inline-start': ['left'],
  'inline-end': ['right'],
  'block-start': ['top'],
  'block-end': ['bottom'],
  inline: ['left', 'right'],
  block: ['top', 'bottom'],
}

const direct = new Set([
  'color',
  'background-color',
  'background-image',
  'fill',
  'stroke',
  'font-size',
  'font-weight',
])
const lineStyles = /^(?:none|hidden|dotted|dashed|solid|double|groove|ridge|inset|outset)$/i
const lineWidth = /^(?:thin|medium|thick|0|[\d.]+[a-z]+|calc\(.*\)|(?:max|min)\(.*\))$/i

/** The longhands of a declaration that are looked at; none for any other property. */
export function longhands(property: string, value: string): [string, string][] {
  if (property.startsWith('--') || direct.has(property)) return [[property, value]]
  if (property === 'content' || property === 'display') return [[property, value]]
  if (property === 'background') return background(value)
  const border = /^border(?:-(.+?))??(?:-(color|style|width))?$/.exec(property)
  if (!border || /radius|image|collapse|spacing/.test(property)) return []
  const [, side, part] = border
  const of = side === undefined ? sides : (logical[side] ?? sides.filter((one) => one === side))
  const words = partsOf(value)
  if (part !== undefined) {
    // One to four values go round the sides; which is which does not matter where all are looked at.
    return of.map((one, index) => [
      `border-${one}-${part}`,
      words[Math.min(index, words.length - 1)] ?? value,
    ])
  }
  const style = words.find((word) => lineStyles.test(word)) ?? 'none'
  const width = words.find((word) => lineWidth.test(word)) ?? 'medium'
  const color = words.find((word) => !lineStyles.test(word) && !lineWidth.test(word)) ?? 'currentcolor'
  return of.flatMap((one): [string, string][] => [
    [`border-${one}-style`, style],
    [`border-${one}-width`, width],
    [`border-${one}-color`, color],
  ])
}

function background(value: string): [string, string][] {
  const words = partsOf(value)
  const picture = words.find((word) => /(?:url|gradient|image-set)\(/i.test(word))
  const color = words.find(
    (word) => /^(?:#|var\(|[a-z-]+\(|[a-z]+$)/i.test(word) && word !== picture && !positions.test(word),
  )
  return [
    ['background-image', picture ?? 'none'],
    ['background-color', color ?? 'transparent'],
  ]
}

const positions =
  /^(?:none|left|right|top|bottom|center|repeat(?:-[xy])?|no-repeat|space|round|scroll|fixed|local|cover|contain|auto|(?:border|padding|content)-box)$/i

/** Words of a value; what stands in brackets stays together. */
function partsOf(value: string): string[] {
  const parts: string[] = []
  let depth = 0
  let word = ''
  for (const char of value) {
    if (char === '(') depth++
    if (char === ')') depth--
    if (/\s/.test(char) && depth === 0) {
      if (word !== '') parts.push(word)
      word = ''
    } else word += char
  }
  return word === '' ? parts : [...parts, word]
}
