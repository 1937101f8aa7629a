// Typefaces and the text of a page by language -> the font files the page needs, as CSS and bytes; characters no font has.
import { type FontFace, type FontFamily, type FontSubset, fontFamily, fontPackage } from './font-packages.js'
import { firstChoice, typefacesFor } from './scripts.js'

/** Typefaces that can be named without installing anything. */
const installedTypefaces = ['Atkinson Hyperlegible Next', 'Noto Sans']

/** Text of a page in one language. */
export interface Passage {
  readonly language: string
  readonly text: string
}

/** A character that no font has. */
export interface MissingGlyph {
  readonly text: string
  readonly language: string
  /** Package with a font that may have it. */
  readonly install: string | undefined
}

export interface PageFonts {
  /** `@font-face` rules for what the page uses, and for nothing else. */
  readonly css: string
  /** Font files by the path their address ends with. */
  readonly files: ReadonlyMap<string, () => Uint8Array>
  /** Names that the fonts have in a PDF. */
  readonly names: readonly string[]
  /** Typefaces in the order they are asked, for a typeface of the organization and a language of the page. */
  readonly order: (family: string, language: string) => readonly string[]
  readonly missing: readonly MissingGlyph[]
}

/** Names of the typefaces that can be used. */
export function typefaceNames(): string[] {
  return installedTypefaces
}

/** Whether a typeface is installed. */
export function hasTypeface(name: string): boolean {
  return fontFamily(name) !== undefined
}

/** Weights of a typeface that a page may use; none when it is not installed. */
export function typefaceWeights(name: string): number[] {
  const weights = (fontFamily(name)?.subsets ?? []).flatMap(({ faces }) => faces.map(({ weight }) => weight))
  // One face that stands for a range of weights has the least of them.
  return [...new Set(weights.map((weight) => Number.parseInt(weight, 10)))].sort((a, b) => a - b)
}

/** Page numbers and list numbers are made while printing; the others stand escaped in HTML. */
const always = ' 0123456789.&<>"\'`='

/** A letter and the marks on it are set from one font. */
const cluster = /\P{M}\p{M}*/gsu

/** Signs that are not seen, such as joiners and marks of direction, need no glyph; the shaper takes them out. */
const unseen = /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu
/** Spaces that a font lacks are made from its common one. */
const space = /^\p{Zs}$/u
const commonSpace = 0x20

/**
 * Chooses the fonts of a page: for each character the first typeface that has it.
 *
 * @param families the organization's own, installed
 * @param base address the files are answered under, e.g. `https://handout.invalid/fonts/`
 */
export function fontsFor(families: readonly string[], passages: readonly Passage[], base: string): PageFonts {
  const used = new Map<FontSubset, { readonly family: string; readonly characters: Set<number> }>()
  const orders = new Map<string, string[]>()
  const missing = new Map<string, MissingGlyph>()
  const take = (subset: FontSubset, family: string, text: string) => {
    const entry = used.get(subset) ?? { family, characters: new Set() }
    for (const char of text) entry.characters.add(char.codePointAt(0) ?? 0)
    used.set(subset, entry)
  }
  const { languages, unseenSigns } = gather(passages)
  for (const { language, clusters } of languages)
    for (const own of new Set(families)) {
      const chooser = new Chooser(own, language)
      for (const text of clusters) {
        const found = chooser.find(text)
        if (found) take(found.subset, found.family, text)
        else if (space.test(text)) unseenSigns.add(text)
        else missing.set(text, { text, language, install: installFor(text, language) })
      }
      orders.set(`${own}\0${language}`, chooser.order())
    }
  // Without them in its range, a font of the system would be asked for these.
  for (const { characters } of used.values())
    if (characters.has(commonSpace)) for (const sign of unseenSigns) characters.add(sign.codePointAt(0) ?? 0)
  const faces = [...used].flatMap(([{ faces }, { family, characters }]) =>
    faces.map((face) => ({ face, family, characters })),
  )
  return {
    css: faces.map(({ face, family, characters }) => fontFaceRule(face, family, characters, base)).join('\n'),
    files: new Map(faces.map(({ face }) => [face.file, face.read])),
    names: faces.map(({ face }) => face.program().postScriptName),
    order: (family, language) => orders.get(`${family}\0${language}`) ?? [family],
    missing: [...missing.values()],
  }
}

interface Gathered {
  readonly languages: readonly { readonly language: string; readonly clusters: ReadonlySet<string> }[]
  readonly unseenSigns: Set<string>
}

/** Every character once. */
function gather(passages: readonly Passage[]): Gathered {
  const found = new Map<string, Set<string>>()
  const unseenSigns = new Set<string>()
  for (const { language, text } of passages) {
    const clusters = found.get(language) ?? new Set(always)
    for (const one of text.match(unseen) ?? []) unseenSigns.add(one)
    for (const one of text.replace(unseen, '').match(cluster) ?? []) clusters.add(one)
    found.set(language, clusters)
  }
  return { languages: [...found].map(([language, clusters]) => ({ language, clusters })), unseenSigns }
}

/** Asks typefaces in order, for one typeface of the organization and one language. */
class Chooser {
  readonly #own: string
  readonly #language: string
  readonly #first: ReturnType<typeof firstChoice>
  /** Typefaces that were taken. */
  readonly #before = new Set<string>()
  readonly #middle = new Set<string>()
  readonly #behind = new Set<string>()

  constructor(own: string, language: string) {
    const first = firstChoice(language)
    const covered = first?.unless && [...first.unless].every((char) => subsetWith(fontFamily(own), char))
    this.#own = own
    this.#language = language
    this.#first = covered ? undefined : first
  }

  find(text: string): { family: string; subset: FontSubset } | undefined {
    if (this.#first?.wants.test(text)) {
      const subset = subsetWith(fontFamily(this.#first.family), text)
      if (subset) {
        this.#before.add(this.#first.family)
        return { family: this.#first.family, subset }
      }
    }
    const own = subsetWith(fontFamily(this.#own), text)
    if (own) {
      this.#middle.add(this.#own)
      return { family: this.#own, subset: own }
    }
    if (space.test(text)) return undefined
    for (const family of typefacesFor(text, this.#language)) {
      const subset = subsetWith(fontFamily(family), text)
      if (!subset) continue
      this.#behind.add(family)
      return { family, subset }
    }
    return undefined
  }

  order(): string[] {
    return [...new Set([...this.#before, ...this.#middle, ...this.#behind])]
  }
}

function subsetWith(family: FontFamily | undefined, text: string): FontSubset | undefined {
  return family?.subsets.find((subset) => {
    const { characters } = subset.program()
    return [...text].every((char) => characters.has(char.codePointAt(0) ?? 0))
  })
}

/** A typeface for the character that is not installed. */
function installFor(text: string, language: string): string | undefined {
  const [first] = typefacesFor(text, language).filter((family) => !hasTypeface(family))
  return first && fontPackage(first)
}

function fontFaceRule(face: FontFace, family: string, characters: ReadonlySet<number>, base: string): string {
  return `@font-face { font-family: '${family}'; font-style: normal; font-display: block; font-weight: ${face.weight}; src: url(${base}${face.file}) format('woff2'); unicode-range: ${unicodeRange(characters)}; }`
}

function unicodeRange(characters: ReadonlySet<number>): string {
  const ranges: [number, number][] = []
  for (const code of [...characters].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last[1] === code - 1) last[1] = code
    else ranges.push([code, code])
  }
  const hex = (code: number) => code.toString(16)
  return ranges.map(([from, to]) => `U+${from === to ? hex(from) : `${hex(from)}-${hex(to)}`}`).join(',')
}
