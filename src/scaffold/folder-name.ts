// A name for a new folder -> what is wrong with it, and a name that could be taken.

/** Folders become parts of file names and addresses; longer ones are hard to read and may not fit on every disk. */
const longest = 60

const fit = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export interface NameProblem {
  readonly reason: string
  readonly hint: string
}

/** What is wrong with the name of a folder, or undefined. */
export function problemOfName(name: string): NameProblem | undefined {
  const fits = fit.test(name)
  if (fits && name.length <= longest) return undefined
  const near = nameFor(name)
  return {
    reason: fits
      ? `The name \`${name.slice(0, longest)}…\` is longer than ${longest} letters.`
      : `\`${name}\` cannot be the name of a folder here.`,
    hint:
      near === ''
        ? 'Use small letters from a to z, digits and hyphens.'
        : `Use small letters, digits and hyphens: \`${near}\`.`,
  }
}

/** The nearest name that is fit, perhaps empty. */
function nameFor(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')
}

/** `riverside-clinic` as words: “Riverside Clinic”, or with one capital “Riverside clinic”. */
export function wordsOf(name: string, capitals: 'each' | 'first'): string {
  const words = name.replaceAll('-', ' ')
  return words.replace(capitals === 'each' ? /(?:^| )[a-z]/g : /^[a-z]/, (letter) => letter.toUpperCase())
}
