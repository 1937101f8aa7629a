// An address -> its QR code as SVG, one path of dark modules.
import { encode } from 'uqr'

/** Light modules around the code, as ISO/IEC 18004 asks for. */
const quietZone = 4

/**
 * Draws a QR code with medium error correction.
 *
 * @param label alternative text
 */
export function qrCode(address: string, label: string): string {
  const { data, size } = encode(address, { ecc: 'M', border: quietZone })
  const runs: string[] = []
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      let end = x
      while (row[end]) end++
      runs.push(`M${x} ${y}h${end - x}v1h-${end - x}z`)
      x = end
    }
  })
  const words = label.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
  return `<svg role="img" aria-label="${words}" viewBox="0 0 ${size} ${size}" width="96" height="96" shape-rendering="crispEdges"><path fill="#000" d="${runs.join('')}"/></svg>`
}
