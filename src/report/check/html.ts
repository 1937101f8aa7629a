// Template literals -> HTML in which every value is escaped, unless it is HTML itself.
import { visibleLines } from '../visible.js'

/** A piece of HTML that is safe to put into another. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text
  }
}

export type HtmlValue = Html | string | number | false | null | undefined | readonly HtmlValue[]

/** Values are escaped for text and for attributes in double quotes; lists are joined; nothing stands for nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.reduce((text, part, index) => text + part + print(values[index]), ''))
}

export const nothing = new Html('')

function print(value: HtmlValue): string {
  if (value === undefined || value === null || value === false) return ''
  if (value instanceof Html) return value.text
  if (typeof value === 'object') return value.map(print).join('')
  return escapeHtml(String(value))
}

function escapeHtml(text: string): string {
  return visibleLines(text)
    .join('\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
