// Text with its changes of language, of the page and of the PDF, in; the first words marked in another language out.
import type { LanguageChange } from '../../model/pdf.js'
import { lettersOf } from './compare-text.js'

interface Spoken {
  readonly text: string
  readonly languages: readonly LanguageChange[]
}

interface Run {
  readonly language: string
  letters: number
  text: string
}

export interface LanguageDifference {
  readonly want: string
  readonly have: string
  readonly words: string
}

/** Compares texts whose letters are equal. `whole` is the language of the document. */
export function compareLanguages(
  page: Spoken,
  tagged: Spoken,
  whole: string,
): LanguageDifference | undefined {
  const want = runsOf(page, whole)
  const have = runsOf(tagged, whole)
  for (let index = 0; index < Math.max(want.length, have.length); index++) {
    const one = want[index]
    const other = have[index]
    if (!one || !other) return undefined
    if (one.language === other.language && one.letters === other.letters) continue
    if (one.language !== other.language) {
      const words = one.letters < other.letters ? one.text : other.text
      return { want: one.language, have: other.language, words }
    }
    // One goes on where the other has changed: what follows the shorter run is in doubt.
    const [next, here] = one.letters < other.letters ? [want[index + 1], 'want'] : [have[index + 1], 'have']
    if (!next) return undefined
    const rest = { want: one.language, have: other.language, words: next.text }
    return { ...rest, [here]: next.language }
  }
  return undefined
}

function runsOf({ text, languages }: Spoken, whole: string): Run[] {
  const runs: Run[] = []
  let start = 0
  let language = whole
  const add = (end: number): void => {
    const part = text.slice(start, end)
    const letters = lettersOf(part).letters.length
    start = end
    if (letters === 0) return
    const last = runs.at(-1)
    if (last?.language === language.toLowerCase()) {
      last.letters += letters
      last.text += part
    } else runs.push({ language: language.toLowerCase(), letters, text: part })
  }
  for (const change of languages) {
    add(change.start)
    language = change.language || whole
  }
  add(text.length)
  return runs
}
