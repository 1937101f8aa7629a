// Words that people wrote -> the same words without anything that moves a cursor, hides letters or turns their order.

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal.
const controls = /[\u0000-\u001f\u007f-\u009f]/g
/** Overrides and isolates of direction: a line can be made to read as something else. Marks of Arabic and Hebrew stay. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g
/** Unicode's pictures of the control characters start here. */
const pictures = 0x2400
const deletePicture = '\u2421'

/** One line for a terminal: control characters are shown as their pictures, line ends as spaces. */
export function visible(text: string): string {
  return text
    .replace(/\r\n?|\n|\t/g, ' ')
    .replace(controls, picture)
    .replace(directions, '\ufffd')
}

/** The same for a text of several lines. */
export function visibleLines(text: string): string[] {
  return text.split(/\r\n?|\n/).map(visible)
}

/** Halves of surrogate pairs become replacement characters: UTF-8 and URIs have no place for them. */
export function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8')
}

/** JSON in which no control character stands raw; `JSON.stringify` escapes only the first 32. */
export function toSafeJson(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return `${JSON.stringify(value, null, 1)}\n`
    .replace(/[\u007f-\u009f\u2028\u2029]/g, escaped)
    .replace(directions, escaped)
}

function picture(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(pictures + code)
  return code === 0x7f ? deletePicture : '\ufffd'
}
