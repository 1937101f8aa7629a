// Theme and title -> the styles that are computed: page size, margin boxes, colours, fonts.
import type { PageFonts } from '../media/fonts.js'
import { withValues } from '../model/labels.js'
import { languageTag } from '../model/language.js'
import { forLanguage } from '../model/organization.js'
import type { Edition, Paper } from '../model/variant.js'
import { palette, tint } from './color.js'
import type { PageContent, SecondLanguage } from './page.js'
import { inBoth } from './side-by-side.js'
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
  // Two columns need the room.
  bilingual: { top: 46, right: 44, bottom: 50, left: 44 },
} as const

/** Fine print of the margin boxes, in points. */
const finePrint: Readonly<Record<Edition, number>> = { standard: 9, 'large-print': 18, bilingual: 9 }

/** What stands in the margins of every page. */
export interface MarginTexts {
  readonly footer: string
  /** On later pages. */
  readonly head: string
  /** Before, between and after the two numbers of a page. */
  readonly pageOf: readonly [string, string, string]
}

/** Said before letters and numbers that belong together among words from right to left (Unicode UAX 9, 2.6). */
const leftToRightMark = '\u200e'

export function marginTexts(
  { organization, labels, language }: Theme,
  content: PageContent,
  beside?: SecondLanguage,
): MarginTexts {
  const parts = [
    inBoth(
      forLanguage(organization.name, language),
      beside && forLanguage(organization.name, beside.theme.language),
    ),
    // At 18 points the title does not fit beside the page number, nor do two; they stand at the top of later pages.
    ...(content.variant.edition === 'standard' ? [content.title] : []),
    withValues(labels.texts.version, {
      version: labels.direction === 'rtl' ? leftToRightMark + content.version : content.version,
    }),
  ]
  const [before = '', between = '', after = ''] = withValues(labels.texts['page-of'], {
    page: '\0',
    pages: '\0',
  }).split('\0')
  return {
    footer: parts.join(' · '),
    head: inBoth(content.title, beside?.content.title),
    // Two languages have no words for it in common; everybody reads two numbers.
    pageOf: beside ? ['', ' / ', ''] : [before, between, after],
  }
}

/**
 * Page size, margin boxes, colours and fonts.
 *
 * @param languages of all passages of the page
 */
export function pageStyle(
  theme: Theme,
  { content, beside }: { readonly content: PageContent; readonly beside?: SecondLanguage | undefined },
  fonts: Pick<PageFonts, 'order'>,
  languages: readonly string[],
): string {
  const { organization, labels, language } = theme
  const { width, height } = papers[organization.paper]
  const { edition } = content.variant
  const margin = margins[edition]
  const { footer, head, pageOf } = marginTexts(theme, content, beside)
  const [before, between, after] = pageOf
  const start = labels.direction === 'rtl' ? 'right' : 'left'
  const end = labels.direction === 'rtl' ? 'left' : 'right'
  const { body, heading } = organization.fonts
  const list = (family: string, of: string) => fonts.order(family, of).map(cssString).join(', ')
  const fontsIn = (of: string) => `--body-font: ${list(body, of)}; --heading-font: ${list(heading, of)};`
  // A tag is an identifier of CSS as it stands.
  const others = languages.filter((one) => languageTag.test(one) && fontsIn(one) !== fontsIn(language))
  const box = `font: 400 ${finePrint[edition]}pt/1.2 ${list(body, language)}; color: #444; direction: ${labels.direction};`
  const colors = palette.map(({ property, from, share }) => {
    const color = organization.colors[from]
    return `${property}: ${share === 1 ? color : tint(color, share)};`
  })
  return `@page { size: ${width}pt ${height}pt; margin: ${margin.top}pt ${margin.right}pt ${margin.bottom}pt ${margin.left}pt;
@bottom-${start} { ${box} text-align: ${start}; width: 78%; white-space: nowrap; content: ${cssString(footer)} }
@bottom-${end} { ${box} text-align: ${end}; white-space: nowrap; content: ${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)} }
@top-${start} { ${box} text-align: ${start}; width: 100%; content: ${cssString(head)} } }
@page :first { @top-${start} { content: none } }
:root { ${colors.join(' ')} ${fontsIn(language)} }
${others.map((one) => `:where(:lang(${one})) { ${fontsIn(one)} font-family: var(--body-font); }`).join('\n')}`
}

/** A text as a CSS string; everything but plain letters is escaped, so no text can leave the string. */
export function cssString(text: string): string {
  const escaped = [...text].map((char) =>
    /[\p{L}\p{N} .,:;·()?!-]/u.test(char) ? char : `\\${char.codePointAt(0)?.toString(16)} `,
  )
  return `"${escaped.join('')}"`
}
