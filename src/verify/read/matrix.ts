// Transformation matrices of PDF: [a b c d e f], as `cm` and `Tm` write them.

export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [A, B, C, D, E, F] = outer
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

/** How much larger upright lengths become. */
export function verticalScale(matrix: Matrix): number {
  return length(matrix[2], matrix[3])
}

/** Distance of the text's baseline from the origin: equal for all text of one line, in any direction of writing. */
export function baseline(matrix: Matrix): number {
  const [a, b, , , e, f] = matrix
  const along = length(a, b)
  return along === 0 ? 0 : (a * f - b * e) / along
}

/** `Math.hypot` is ten times slower, and lengths on a page do not overflow. */
function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y)
}
