// Letters as fonts paint them in, compared with letters as people read them: the same ones may come in another order.

/** Hebrew, Arabic and their neighbours, with the presentation forms. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u

/** Brackets are painted mirrored, so either form may stand for the other. */
const mirrored = new Map(['()', '[]', '{}', '<>', '«»', '‹›'].map(([open = '', close = '']) => [close, open]))

/** Brackets and numbers without words, such as the number of a note: their order is that of the words around them. */
const withoutWords = /^(?!.*\p{L}).*[()[\]{}<>«»‹›]/su

/** Whether lines of this text may be painted in another order than they are read in. */
export function isMixed(letters: string, page: string): boolean {
  return rightToLeft.test(letters) || (withoutWords.test(letters) && rightToLeft.test(page))
}

/** Whether these letters stand there, in any order if they are from right to left. */
export function standAt(page: string, letters: string, at: number): boolean {
  if (page.startsWith(letters, at)) return true
  return isMixed(letters, page) && findMixed(page.slice(at, at + letters.length), letters, 0) === 0
}

/** First place behind `from` that has the same letters in any order; -1 when there is none. */
export function findMixed(page: string, letters: string, from: number): number {
  const count = new Map<string, number>()
  let open = 0
  const add = (char: string | undefined, by: number): void => {
    if (char === undefined) return
    const key = mirrored.get(char) ?? char
    const before = count.get(key) ?? 0
    count.set(key, before + by)
    if (before === 0) open++
    else if (before + by === 0) open--
  }
  for (const char of letters.split('')) add(char, -1)
  for (let at = from; at < page.length; at++) {
    add(page[at], 1)
    if (at - from >= letters.length) add(page[at - letters.length], -1)
    if (open === 0) return at - letters.length + 1
  }
  return -1
}
