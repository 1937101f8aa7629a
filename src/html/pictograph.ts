// So many of so many -> an SVG of small persons, the counted ones filled, the others drawn as outlines.

/** Persons in a row; 100 make four rows. */
const columns = 25
const cell = { width: 12, height: 22 }
const person =
  'M6 1.6a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 1 1 0-5.2z M3.4 8h5.2a1.6 1.6 0 0 1 1.6 1.6v5h-1.7v5.8H3.5v-5.8H1.8v-5A1.6 1.6 0 0 1 3.4 8z'

/** Filled and hollow differ in form, so the picture works without colour. */
export function pictograph(count: number, of: number, label: string): string {
  const perRow = Math.min(columns, of)
  const rows = Math.ceil(of / perRow)
  const size = { width: perRow * cell.width, height: rows * cell.height }
  const figures = Array.from({ length: of }, (_, index) => {
    const x = (index % perRow) * cell.width
    const y = Math.floor(index / perRow) * cell.height
    return `<path class="${index < count ? 'counted' : 'other'}" transform="translate(${x} ${y})" d="${person}"/>`
  })
  return (
    `<svg role="img" aria-label="${escapeText(label)}" viewBox="0 0 ${size.width} ${size.height}" ` +
    `width="${size.width}" height="${size.height}">${figures.join('')}</svg>`
  )
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
}
