// Theme and title -> the styles that are computed: page size, margin boxes, colours, fonts.
import { withValues } from '../model/labels.js'
import { forLanguage } from '../model/organization.js'
import type { Edition, Paper } from '../model/variant.js'
import { tint } from './color.js'
import type { PageContent } from './page.js'
import type { Theme } from './theme.js'

/** Page sizes in points. */
export const papers: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  letter: { width: 612, height: 792 },
  a4: { width: 595.28, height: 841.89 },
}

/** Margins in points; nothing but the footer stands within 43 pt (0.6 in) of the edge, for any office printer. */
export const margins = {
  standard: { top: 44, right: 52, bottom: 50, left: 52 },
  'large-print': { top: 50, right: 46, bottom: 52, left: 46 },
} as const

/** Fine print of the margin boxes, in points. */
const finePrint: Readonly<Record<Edition, number>> = { standard: 9, 'large-print': 18 }

/** Share of the primary colour in its tint. */
const tintShare = 0.08

export function pageStyle(theme: Theme, content: PageContent): string {
  const { organization, labels, language } = theme
  const { width, height } = papers[organization.paper]
  const { edition } = content.variant
  const margin = margins[edition]
  const size = finePrint[edition]
  const name = forLanguage(organization.name, language)
  const version = withValues(labels.texts.version, { version: content.version })
  const [before = '', between = '', after = ''] = withValues(labels.texts['page-of'], {
    page: '\0',
    pages: '\0',
  }).split('\0')
  // At 18 points the title does not fit beside the page number; it stands at the top of later pages.
  const footer =
    edition === 'large-print' ? `${name} · ${version}` : `${name} · ${content.title} · ${version}`
  const start = labels.direction === 'rtl' ? 'right' : 'left'
  const end = labels.direction === 'rtl' ? 'left' : 'right'
  const box = `font: 400 ${size}pt/1.2 ${fontList(organization.fonts.body)}; color: #444;`
  const { primary, accent, text } = organization.colors
  return `@page { size: ${width}pt ${height}pt; margin: ${margin.top}pt ${margin.right}pt ${margin.bottom}pt ${margin.left}pt;
@bottom-${start} { ${box} text-align: ${start}; width: 78%; white-space: nowrap; content: ${cssString(footer)} }
@bottom-${end} { ${box} text-align: ${end}; white-space: nowrap; content: ${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)} }
@top-${start} { ${box} text-align: ${start}; width: 100%; content: ${cssString(content.title)} } }
@page :first { @top-${start} { content: none } }
:root { --primary: ${primary}; --primary-tint: ${tint(primary, tintShare)}; --primary-rule: ${tint(primary, 0.45)}; --accent: ${accent}; --accent-tint: ${tint(accent, tintShare)}; --text: ${text}; --body-font: ${fontList(organization.fonts.body)}; --heading-font: ${fontList(organization.fonts.heading)}; }`
}

/** A text as a CSS string; everything but plain letters is escaped, so no text can leave the string. */
export function cssString(text: string): string {
  const escaped = [...text].map((char) =>
    /[\p{L}\p{N} .,:;·()?!-]/u.test(char) ? char : `\\${char.codePointAt(0)?.toString(16)} `,
  )
  return `"${escaped.join('')}"`
}

function fontList(name: string): string {
  return `${cssString(name)}, sans-serif`
}
