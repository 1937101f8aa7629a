// A page for the printer -> its HTML twin: one file that holds its fonts and pictures, for portals and health records.
import type { Page } from './page.js'
import { origin } from './theme.js'

/** The twin loads nothing, runs nothing and sends nothing. */
const twinPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; form-action 'none'; base-uri 'none'"

/** Replaces every address of our own by the bytes behind it. Assets that the page does not name are left out. */
export function makeTwin(page: Pick<Page, 'html' | 'assets' | 'contentPolicy'>): string {
  const addresses = [...page.assets.keys()].sort((a, b) => b.length - a.length)
  const inlined = addresses.reduce(
    (html, address) => {
      if (!html.includes(address)) return html
      const asset = page.assets.get(address)?.()
      if (!asset) return html
      const data = `data:${asset.mediaType};base64,${Buffer.from(asset.bytes).toString('base64')}`
      return html.replaceAll(address, data)
    },
    page.html.replace(page.contentPolicy, twinPolicy),
  )
  if (inlined.includes(origin)) throw new Error('The twin names an address that is not in it')
  return inlined
}
