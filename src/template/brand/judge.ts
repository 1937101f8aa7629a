// The theme of an organization and pages that show all of it -> what is wrong with its brand: styles, colours, fonts, logo.
import { CssSyntaxError, parse, type Root } from 'postcss'
import type { VFileMessage } from 'vfile-message'
import { typefaceWeights } from '../../media/fonts.js'
import { fault } from '../../model/message.js'
import type { OrganizationReading } from '../organizations.js'
import type { StyleSheet, Theme } from '../theme.js'
import { type BrandPage, judgeColors } from './judge-colors.js'
import { judgeLogo } from './judge-logo.js'
import { type Faces, lintStyle } from './lint-style.js'
import { rulesOf, type StyleRule } from './style-rules.js'

interface Parsed {
  readonly rules: readonly StyleRule[]
  readonly messages: readonly VFileMessage[]
}

/** Sheets by path and text: most organizations share most of them. */
const parsed = new Map<string, Parsed>()

/**
 * Judges a brand. Pure: the same theme gives the same messages.
 *
 * @param pages pages that show every block, one for each edition
 */
export function judgeBrand(
  theme: Theme,
  placeOf: OrganizationReading['placeOf'],
  pages: readonly BrandPage[],
): VFileMessage[] {
  const faces = facesOf(theme.organization)
  const sheets = theme.styles.map((sheet) => read(sheet, faces))
  const messages = sheets.flatMap((sheet) => sheet.messages)
  const rules = sheets.flatMap((sheet) => sheet.rules)
  const { organization } = theme
  return [
    ...messages,
    ...judgeColors({ pages, rules, organization, placeOf }),
    ...judgeFonts(organization, placeOf),
    ...judgeLogo(organization, placeOf),
  ].sort(inOrder)
}

function inOrder(a: VFileMessage, b: VFileMessage): number {
  if (a.file !== b.file) return (a.file ?? '') < (b.file ?? '') ? -1 : 1
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}

function read({ path, text }: StyleSheet, faces: Faces): Parsed {
  const key = `${path}\0${[...faces.families].join()}\0${faces.weights.join()}\0${text}`
  const known = parsed.get(key)
  if (known) return known
  const sheet = parseSheet(path, text)
  const reading =
    'messages' in sheet ? sheet : { rules: rulesOf(sheet, path), messages: lintStyle(sheet, path, faces) }
  parsed.set(key, reading)
  return reading
}

function parseSheet(path: string, text: string): Root | Parsed {
  try {
    return parse(text)
  } catch (cause) {
    if (!(cause instanceof CssSyntaxError)) throw cause
    const message = fault({
      rule: 'style-syntax',
      reason: `This is not valid CSS: ${cause.reason.charAt(0).toLowerCase()}${cause.reason.slice(1)}.`,
      hint: 'Check that every `{` is closed by its `}`, and every declaration ends with `;`.',
      place: { line: cause.line ?? 1, column: cause.column ?? 1 },
      file: path,
    })
    return { rules: [], messages: [message] }
  }
}

/** Families of the organization, and the weights that every one of them has. */
function facesOf({ fonts }: Theme['organization']): Faces {
  const families = [...new Set([fonts.body, fonts.heading])]
  const [first = [], ...others] = families.map(typefaceWeights)
  const weights = first.filter((weight) => others.every((one) => one.includes(weight)))
  return { families: new Set(families), weights }
}

/** A typeface without bold makes the few words that must be seen look like all others. */
function judgeFonts(
  { fonts }: Theme['organization'],
  placeOf: OrganizationReading['placeOf'],
): VFileMessage[] {
  return (['body', 'heading'] as const).flatMap((key) => {
    const weights = typefaceWeights(fonts[key])
    if (usedWeights.every((weight) => weights.includes(weight))) return []
    const { file, place } = placeOf(['fonts', key])
    return [
      fault({
        rule: 'font-weight-missing',
        severity: 'warning',
        reason: `The font \`${fonts[key]}\` has no weight ${usedWeights.filter((one) => !weights.includes(one)).join(' and ')}, which headings and warnings use.`,
        hint: 'Choose one with regular and bold.',
        place,
        file,
      }),
    ]
  })
}

/** Regular, and bold for headings and the few words that must be seen. */
const usedWeights = [400, 700]
