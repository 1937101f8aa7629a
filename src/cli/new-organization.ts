// The name of a folder and answers -> an organization that builds at once.
import path from 'node:path'
import { openLibrary } from '../batch/library.js'
import { adoptOverrides } from '../batch/overrides.js'
import { wordsOf } from '../scaffold/folder-name.js'
import { defaultColor, type OrganizationAnswers, organizationFiles } from '../scaffold/organization.js'
import { contrast, leastContrast, nearestPassing, printedGrey } from '../template/brand/contrast.js'
import type { Rgb } from '../template/brand/paint.js'
import { tint } from '../template/color.js'
import { answersTo, type Problem, type Question } from './ask.js'
import {
  languagesOf,
  lineOfText,
  mustBeNew,
  type NewFlags,
  type NewTools,
  oneOf,
  writeNew,
} from './new-shared.js'

export interface OrganizationFlags extends NewFlags {
  readonly name?: string
  readonly tagline?: string
  readonly phone?: string
  readonly afterHours?: string
  readonly url?: string
  readonly hours?: string
  readonly address?: string
  readonly languages?: string
  readonly paper?: string
  readonly primary?: string
  readonly extends?: string
}

/** @throws HandoutError `usage-wrong` */
export async function newOrganization(id: string, flags: OrganizationFlags, tools: NewTools): Promise<void> {
  const { settings, terminal, person } = tools
  const folder = path.join(settings.folders.templates, 'organizations', id)
  await mustBeNew(folder, settings.root)
  const library = await openLibrary(settings)
  const there = library.organizations.map((one) => one.id)
  const languages = await languagesOf(settings)
  const given = { ...flags, 'after-hours': flags.afterHours }
  const answers = await answersTo(
    questions(id, flags.extends !== undefined, there, languages),
    textsOf(given),
    person,
  )
  const wanted = answers.get('languages') === undefined ? undefined : listOf(answers.get('languages') ?? '')
  const topics = [...new Set(library.found.map((one) => one.id))].sort()
  await writeNew(
    folder,
    organizationFiles(
      {
        name: answers.get('name') ?? id,
        extends: answers.get('extends'),
        languages: wanted,
        paper: answers.get('paper') as OrganizationAnswers['paper'],
        color: answers.get('primary')?.toLowerCase(),
        tagline: answers.get('tagline'),
        phone: answers.get('phone'),
        afterHours: answers.get('after-hours'),
        url: answers
          .get('url')
          ?.replace(/^https?:\/\//i, '')
          .replace(/\/$/, ''),
        hours: answers.get('hours'),
        address: answers.get('address'),
      },
      topics,
    ),
    tools,
  )
  await adoptOverrides(settings, [id], [])
  terminal.note(`See it: handout gallery ${id}\nMake its handouts: handout build --organization ${id}`)
}

function questions(
  id: string,
  inherits: boolean,
  organizations: readonly string[],
  languages: readonly string[],
): Question[] {
  const text = (flag: string, words: string, more: Partial<Question> = {}): Question => ({
    flag,
    text: words,
    check: lineOfText,
    ...more,
  })
  /** An organization that extends another asks nothing that the other answers. */
  const own = (fallback: string) => (inherits ? { silent: true } : { fallback })
  return [
    text('name', 'Name that stands on every page', { fallback: wordsOf(id, 'each') }),
    text('tagline', 'Words below the name', { silent: true }),
    text('phone', 'Phone number for questions'),
    text('after-hours', 'Phone number after hours', { silent: true }),
    text('url', 'Web address'),
    text('hours', 'Opening hours', { silent: true }),
    text('address', 'Postal address', { silent: true }),
    {
      flag: 'languages',
      text: `Languages (${languages.join(', ')})`,
      check: languagesAmong(languages),
      ...own('en'),
    },
    { flag: 'paper', text: 'Paper, letter or a4', check: oneOf(['letter', 'a4']), ...own('letter') },
    { flag: 'primary', text: 'Main colour', check: colorProblem, ...own(defaultColor) },
    {
      flag: 'extends',
      text: 'Organization from which it inherits',
      silent: true,
      check: oneOf(organizations),
    },
  ]
}

function textsOf(flags: object): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => typeof value === 'string')) as Record<
    string,
    string
  >
}

function listOf(answer: string): string[] {
  return [...new Set(answer.split(/[\s,]+/).filter((word) => word !== ''))]
}

function languagesAmong(languages: readonly string[]): Question['check'] {
  return (answer) => {
    const words = listOf(answer)
    if (words.length === 0) return { reason: 'No language is named.', hint: 'Name one at least.' }
    const unknown = words.find((word) => !languages.includes(word))
    return unknown === undefined
      ? undefined
      : {
          reason: `There are no labels for the language \`${unknown}\`.`,
          hint: `There are ${languages.join(', ')}; another needs a file under templates/labels.`,
        }
  }
}

/** Headings stand in this colour on white and on its own tint, also when they are printed without colour. */
function colorProblem(answer: string): Problem | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(answer))
    return {
      reason: `\`${answer}\` is no colour.`,
      hint: 'Write # and six hexadecimal digits, as in "#0b4f6c".',
    }
  const passes = (color: Rgb) => {
    const background = rgbOf(tint(hexOf(color), 0.08))
    return [color, printedGrey(color)].every((one) => contrast(one, background) >= leastContrast.text)
  }
  if (passes(rgbOf(answer))) return undefined
  const near = nearestPassing(rgbOf(answer), passes)
  return {
    reason: `Words in \`${answer}\` are too pale to read on white.`,
    hint: near === undefined ? 'Choose a darker one.' : `The nearest that can be read is ${near}.`,
  }
}

function rgbOf(hex: string): Rgb {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return [channel(1), channel(3), channel(5)]
}

function hexOf(color: Rgb): string {
  return `#${color
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
