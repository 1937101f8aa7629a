// Spanish word -> how many syllables it has: the language is written as it is spoken.

const strong = 'aeoáéó'
const weakWithAccent = 'íú'
const vowels = `${strong}${weakWithAccent}iuü`

/** Counts vowel sounds: two strong vowels, or a weak one with an accent beside a strong one, are two. */
export function spanishSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/qu(?=[eéií])/g, 'q')
    .replace(/gu(?=[eéií])/g, 'g')
    // At the end, and alone, y is a vowel.
    .replace(/y(?=$|[^\p{L}])/gu, 'i')
  let count = 0
  let before: string | undefined
  for (const letter of letters) {
    const vowel = vowels.includes(letter)
    if (vowel && (before === undefined || isHiatus(before, letter))) count += 1
    before = vowel ? letter : undefined
  }
  return Math.max(1, count)
}

function isHiatus(first: string, second: string): boolean {
  if (strong.includes(first) && strong.includes(second)) return true
  if (weakWithAccent.includes(first)) return strong.includes(second)
  return weakWithAccent.includes(second) && strong.includes(first)
}
