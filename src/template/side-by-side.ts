// Two themes, what each prints, and the pairs of sections -> the body of a page with both languages side by side.
import Handlebars from 'handlebars'
import { fault } from '../model/message.js'
import type { ContactLine } from './contact.js'
import type { TemplateData } from './page.js'
import type { Theme } from './theme.js'

interface Side {
  readonly theme: Theme
  readonly data: TemplateData
}

/** The partial that such a page is made of. */
const partial = 'bilingual'

/** One text where both are the same; a template may have it in front of plain text, in front of numbers too. */
export function inBoth(first: string, second: string | undefined): string {
  return second === undefined || second === first ? first : `${first} · ${second}`
}

/**
 * Fills the partials of each language with its own words, and puts them side by side.
 *
 * @param pairs HTML of the sections
 * @throws VFileMessage of the first fault in a template
 */
export function fillSideBySide(
  first: Side,
  second: Side,
  pairs: readonly (readonly [string, string])[],
): string {
  const sides = [first, second] as const
  const row = (kind: string, html: readonly string[]) => ({
    kind,
    sides: sides.map(({ theme: { language, labels } }, index) => ({
      language,
      direction: labels.direction,
      html: html[index] ?? '',
    })),
  })
  const ofPartial = (name: string, isThere: (data: TemplateData) => boolean = () => true) =>
    sides.map(({ theme, data }) => (isThere(data) ? part(theme, name, data) : ''))
  const hasWords = ({ wordList }: TemplateData) => wordList !== null
  const { data, theme } = first
  const { organization: own } = data
  const { organization: other, title, sources } = second.data
  return part(theme, partial, {
    ...data,
    title: inBoth(data.title, title),
    organization: {
      ...own,
      // Each stands on a line of its own.
      name: marked(sides, own.name, other.name, ' '),
      tagline: own.tagline === null ? null : marked(sides, own.tagline, other.tagline ?? own.tagline),
      contact: own.contact.flatMap((line, index) => bothLines(sides, line, other.contact[index] ?? line)),
    },
    rows: [
      row('titles', ofPartial('title')),
      row('messages', ofPartial('main-message')),
      ...pairs.map((pair) => row('sections', pair)),
      ...(sides.some((side) => hasWords(side.data)) ? [row('words', ofPartial('word-list', hasWords))] : []),
    ],
    sources: data.sources && {
      ...data.sources,
      title: marked(sides, data.sources.title, sources?.title ?? ''),
    },
    fine: row('fine', ofPartial('notice-words')),
  })
}

function part(theme: Theme, name: string, data: object): string {
  const filled = theme.fillPart(name, data)
  if (filled !== undefined) return filled
  throw fault({
    rule: 'template-missing',
    reason: `There is no templates/partials/${name}.hbs, which a bilingual edition is made of.`,
    hint: 'Copy it from the sample library.',
    place: { line: 1, column: 1 },
    file: theme.organization.path,
  })
}

/** A line with both labels; two lines where what they tell is not the same either. */
function bothLines(sides: readonly [Side, Side], own: ContactLine, other: ContactLine): object[] {
  const { kind, label, text } = own
  const marks = (words: string, beside: string | null) => marked(sides, words, beside ?? words)
  if (text === other.text) return [{ kind, label: label && marks(label, other.label), text }]
  return [own, other].map((line, index) => {
    const side = sides[index] ?? sides[0]
    return { kind, label: line.label && inLanguage(side, line.label), text: inLanguage(side, line.text) }
  })
}

/** Both texts, each marked with its language; one where they are the same. */
function marked(
  sides: readonly [Side, Side],
  first: string,
  second: string,
  between = ' <span class="between">·</span> ',
): string | Handlebars.SafeString {
  if (first === second) return first
  // A colon stands behind the second alone.
  const own = inLanguage(sides[0], first.replace(/\s*[:：]$/u, ''))
  return new Handlebars.SafeString(`${own}${between}${inLanguage(sides[1], second)}`)
}

function inLanguage({ theme: { language, labels } }: Side, text: string): Handlebars.SafeString {
  const words = Handlebars.escapeExpression(text)
  return new Handlebars.SafeString(`<span lang="${language}" dir="${labels.direction}">${words}</span>`)
}
