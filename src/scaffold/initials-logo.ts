// A name and a colour -> an SVG with its initials, drawn as lines: a text in a picture would need a font that is not there.

/** Lines of each letter on a grid of 4 by 6; `0,0` is the upper left corner, `/` lifts the pen. */
const strokes: Readonly<Record<string, string>> = {
  A: '0,6 2,0 4,6/0.8,4 3.2,4',
  B: '0,0 0,6 3,6 4,5 4,4 3,3 0,3/0,0 2.7,0 3.6,0.8 3.6,2.2 3,3',
  C: '4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5',
  D: '0,0 0,6 2.5,6 4,4.5 4,1.5 2.5,0 0,0',
  E: '4,0 0,0 0,6 4,6/0,3 3,3',
  F: '4,0 0,0 0,6/0,3 3,3',
  G: '4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5 4,3.4 2.4,3.4',
  H: '0,0 0,6/4,0 4,6/0,3 4,3',
  I: '2,0 2,6',
  J: '3.5,0 3.5,5 2.5,6 1.3,6 0.4,5',
  K: '0,0 0,6/4,0 0,3.4/1.4,2.4 4,6',
  L: '0,0 0,6 3.8,6',
  M: '0,6 0,0 2,3.6 4,0 4,6',
  N: '0,6 0,0 4,6 4,0',
  O: '1,0 3,0 4,1 4,5 3,6 1,6 0,5 0,1 1,0',
  P: '0,6 0,0 3,0 4,1 4,2.4 3,3.4 0,3.4',
  Q: '1,0 3,0 4,1 4,5 3,6 1,6 0,5 0,1 1,0/2.6,4.4 4.3,6.5',
  R: '0,6 0,0 3,0 4,1 4,2.3 3,3.3 0,3.3/2,3.3 4,6',
  S: '4,1 3,0 1,0 0,1 0,2 1,3 3,3 4,4 4,5 3,6 1,6 0,5',
  T: '0,0 4,0/2,0 2,6',
  U: '0,0 0,5 1,6 3,6 4,5 4,0',
  V: '0,0 2,6 4,0',
  W: '0,0 1,6 2,2.4 3,6 4,0',
  X: '0,0 4,6/4,0 0,6',
  Y: '0,0 2,3 4,0/2,3 2,6',
  Z: '0,0 4,0 0,6 4,6',
}

const [size, unit, gap] = [64, 5, 8]
/** Two letters fill the square; three would be too small to read at the size of a logo. */
const most = 2

/** The first letters of the first two words that start with a letter from A to Z; a ring where there are none. */
export function initialsLogo(name: string, color: string): string {
  const letters = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => (/^[A-Z]/.test(word) ? (word[0] ?? '') : []))
    .slice(0, most)
  const width = letters.length * 4 * unit + (letters.length - 1) * gap
  const drawn =
    letters.length === 0
      ? `<circle cx="${size / 2}" cy="${size / 2}" r="${size / 4}"/>`
      : letters
          .map((letter, index) => path(strokes[letter] ?? '', (size - width) / 2 + index * (4 * unit + gap)))
          .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">
  <rect width="${size}" height="${size}" rx="10" fill="${color}"/>
  <g fill="none" stroke="#ffffff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round">${drawn}</g>
</svg>
`
}

function path(lines: string, left: number): string {
  const top = (size - 6 * unit) / 2
  const points = (line: string) =>
    line.split(' ').map((point) => {
      const [x = 0, y = 0] = point.split(',').map(Number)
      return `${round(left + x * unit)} ${round(top + y * unit)}`
    })
  const d = lines.split('/').map((line) => `M${points(line).join('L')}`)
  return `<path d="${d.join('')}"/>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
