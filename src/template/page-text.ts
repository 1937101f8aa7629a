// HTML of a page -> its text by language, as fonts are chosen for it.
import type { Passage } from '../media/fonts.js'

/** A tag, its quoted values whole; or a comment. */
const markup = /<!--[\s\S]*?-->|<(\/?)([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi
const languageOf = /\slang\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i
/** Spaces of other kinds, such as the one that holds an empty cell open, are set in type too. */
const notBlank = /[^ \t\r\n]/
/** Elements without an end. */
const empty = /^(?:area|br|col|embed|hr|img|input|link|meta|source|wbr)$/

/**
 * Splits a page at its `lang` attributes. Values of attributes are no text; escaped characters are all ASCII, which stands on
 * every page.
 *
 * @param language of the page
 */
export function passagesOf(html: string, language: string): Passage[] {
  const passages: Passage[] = []
  const open: { readonly name: string; readonly language: string; depth: number }[] = []
  const current = () => open.at(-1)?.language ?? language
  let from = 0
  for (const match of html.matchAll(markup)) {
    const text = html.slice(from, match.index)
    if (notBlank.test(text)) passages.push({ language: current(), text })
    from = match.index + match[0].length
    const [, slash, written = '', attributes = ''] = match
    const name = written.toLowerCase()
    if (name === '' || empty.test(name) || attributes.endsWith('/')) continue
    const innermost = open.at(-1)
    if (slash) {
      if (innermost?.name === name && --innermost.depth === 0) open.pop()
      continue
    }
    const [, double, single, bare] = languageOf.exec(attributes) ?? []
    const own = double ?? single ?? bare
    if (own !== undefined) open.push({ name, language: own, depth: 1 })
    else if (innermost?.name === name) innermost.depth++
  }
  if (from < html.length) passages.push({ language: current(), text: html.slice(from) })
  return passages
}

/** Texts that styles put on the page: the strings of `content`, escapes decoded. */
export function generatedText(css: string): string {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '')
  const values = [...plain.matchAll(/(?:^|[{;\s])content\s*:([^;}]*)/g)].map(([, value]) => value ?? '')
  return values
    .flatMap((value) => value.match(/"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'/g) ?? [])
    .map((quoted) =>
      quoted
        .slice(1, -1)
        .replace(/\\([0-9a-f]{1,6})\s?|\\([\s\S])/gi, (_whole, hex?: string, char?: string) =>
          hex === undefined ? (char ?? '') : codePoint(Number.parseInt(hex, 16)),
        ),
    )
    .join(' ')
}

function codePoint(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}
