// Transformation matrices and boxes of the content pass (ISO 32000-1, 8.3.3).

/** `[a b c d e f]`: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** What is drawn under `first` within `second`. By index: taking tuples apart costs a tenth of the whole pass. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  return [
    first[0] * second[0] + first[1] * second[2],
    first[0] * second[1] + first[1] * second[3],
    first[2] * second[0] + first[3] * second[2],
    first[2] * second[1] + first[3] * second[3],
    first[4] * second[0] + first[5] * second[2] + second[4],
    first[4] * second[1] + first[5] * second[3] + second[5],
  ]
}

/** The smallest upright rectangle around points. */
export class Box {
  left = Number.POSITIVE_INFINITY
  bottom = Number.POSITIVE_INFINITY
  right = Number.NEGATIVE_INFINITY
  top = Number.NEGATIVE_INFINITY

  /** Takes in a point of the space that `matrix` maps to the page. */
  add(matrix: Matrix, x: number, y: number): void {
    const pageX = matrix[0] * x + matrix[2] * y + matrix[4]
    const pageY = matrix[1] * x + matrix[3] * y + matrix[5]
    if (pageX < this.left) this.left = pageX
    if (pageX > this.right) this.right = pageX
    if (pageY < this.bottom) this.bottom = pageY
    if (pageY > this.top) this.top = pageY
  }

  /** Takes in all four corners. */
  addRectangle(matrix: Matrix, x: number, y: number, width: number, height: number): void {
    this.add(matrix, x, y)
    this.add(matrix, x + width, y)
    this.add(matrix, x, y + height)
    this.add(matrix, x + width, y + height)
  }

  /** Takes in another box. */
  addBox(box: Box): void {
    this.left = Math.min(this.left, box.left)
    this.bottom = Math.min(this.bottom, box.bottom)
    this.right = Math.max(this.right, box.right)
    this.top = Math.max(this.top, box.top)
  }

  /** Cuts to `[left bottom right top]`; undefined when nothing is left. */
  within(frame: readonly number[]): [number, number, number, number] | undefined {
    const [left = 0, bottom = 0, right = 0, top = 0] = frame
    const cut: [number, number, number, number] = [
      Math.max(this.left, left),
      Math.max(this.bottom, bottom),
      Math.min(this.right, right),
      Math.min(this.top, top),
    ]
    return cut[0] <= cut[2] && cut[1] <= cut[3] ? cut : undefined
  }
}
