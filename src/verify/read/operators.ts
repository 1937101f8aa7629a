// Names of content-stream operators in, what they do out (ISO 32000-1, annex A).

const paintOperators = new Set(['f', 'S', 'f*', 'F', 's', 'B', 'B*', 'b', 'b*', 'sh'])

const otherOperators = new Set(
  'BX c CS cs d d0 d1 DP ET EX G g gs h i J j K k l M m MP n RG rg SC sc SCN scn Tc Tr Ts Tw Tz v W w W* y re'.split(
    ' ',
  ),
)

const colourOperators = new Map([
  ['RG', 'DeviceRGB'],
  ['rg', 'DeviceRGB'],
  ['G', 'DeviceGray'],
  ['g', 'DeviceGray'],
  ['K', 'DeviceCMYK'],
  ['k', 'DeviceCMYK'],
])

const deviceColours = new Set(['DeviceRGB', 'DeviceGray', 'DeviceCMYK'])

/** Whether the operator paints a path or a shading. */
export function paints(operator: string): boolean {
  return paintOperators.has(operator)
}

/** Whether the standard knows the operator; those with a meaning of their own for us are not asked about. */
export function isKnownOperator(operator: string): boolean {
  return otherOperators.has(operator)
}

/** Device colour space that the operator sets; `space` is the operand of `cs` and `CS`. */
export function colourOf(operator: string, space: () => string | undefined): string | undefined {
  if (operator === 'cs' || operator === 'CS') {
    const name = space()
    return name !== undefined && deviceColours.has(name) ? name : undefined
  }
  return colourOperators.get(operator)
}
