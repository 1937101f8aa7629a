// Every option once: its kind, its default and what it is for. File, environment and flags are checked against it.
import * as z from 'zod'
import { ruleIds } from '../lint/rules/ids.js'

const level = z.strictObject({
  'flesch-kincaid': z.number().positive().describe('Flesch–Kincaid grade at most'),
  smog: z.number().positive().describe('SMOG grade at most'),
  'words-per-sentence': z.number().positive().describe('mean words a sentence at most'),
  'longest-sentence': z.int().positive().default(20).describe('words of one sentence at most'),
  'passive-percent': z.number().min(0).max(100).default(20).describe('sentences in the passive at most'),
  inflesz: z.number().positive().default(55).describe('for Spanish: points on the scale INFLESZ at least'),
  'hard-words': z
    .enum(['all', 'long', 'none'], 'Write `all`, `long` or `none`')
    .default('long')
    .describe('which hard words are found: all, those of three or more syllables, or none'),
  'words-per-minute': z.number().positive().default(160).describe('pace for the minutes to read'),
})

const length = z.strictObject({
  pages: z.int().positive().describe('pages at most in the standard edition'),
  'large-print-pages': z.int().positive().describe('pages at most in large print'),
  'bilingual-pages': z
    .int()
    .positive()
    .optional()
    .describe('pages at most in two languages side by side; default: twice `pages`'),
})

const defaultLevels: Record<string, z.output<typeof level>> = {
  easy: {
    'flesch-kincaid': 5,
    smog: 7.5,
    'words-per-sentence': 12,
    'longest-sentence': 20,
    'passive-percent': 10,
    inflesz: 75,
    'hard-words': 'all',
    'words-per-minute': 130,
  },
  everyday: {
    'flesch-kincaid': 8,
    smog: 10,
    'words-per-sentence': 16,
    'longest-sentence': 20,
    'passive-percent': 15,
    inflesz: 65,
    'hard-words': 'long',
    'words-per-minute': 170,
  },
  detailed: {
    'flesch-kincaid': 12,
    smog: 13.5,
    'words-per-sentence': 20,
    'longest-sentence': 25,
    'passive-percent': 20,
    inflesz: 55,
    'hard-words': 'none',
    'words-per-minute': 200,
  },
}

const defaultLengths = {
  short: { pages: 1, 'large-print-pages': 2 },
  medium: { pages: 2, 'large-print-pages': 4 },
  long: { pages: 5, 'large-print-pages': 9 },
}

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Write it in small letters, with hyphens')

const severity = z.enum(['off', 'warning', 'error'], 'Write `off`, `warning` or `error`')

/** Keys of `handout.yaml`. */
export const configSchema = z.strictObject({
  folders: z
    .strictObject({
      content: z.string().default('content'),
      templates: z.string().default('templates'),
      output: z.string().default('output'),
      cache: z.string().default('.handout-cache'),
    })
    .prefault({})
    .describe('folders, relative to the root'),
  levels: z.record(id, level).default(defaultLevels).describe('reading levels and their limits'),
  lengths: z
    .record(id, length)
    .default(defaultLengths)
    .describe('lengths, shortest first, and their page budgets'),
  'back-matter-from': id.default('medium').describe('first length with a word list and sources'),
  editions: z
    .array(z.enum(['standard', 'large-print']))
    .min(1)
    .default(['standard'])
    .describe('editions that are made'),
  formats: z
    .array(z.enum(['pdf', 'html']))
    .min(1)
    .default(['pdf'])
    .describe('formats that are made'),
  require: z
    .array(id)
    .default(['main-message', 'actions', 'get-help'])
    .describe('kinds of block every variant must have'),
  rules: z
    .strictObject(Object.fromEntries(ruleIds.map((rule) => [rule, severity.optional()])))
    .default({})
    .describe('severity of rules: off, warning or error'),
  check: z
    .strictObject({
      'paragraph-sentences': z.int().positive().default(5).describe('sentences of a paragraph at most'),
      'list-items': z.int().positive().default(7).describe('items of an unbroken list at most'),
      'review-notice': z
        .int()
        .min(0)
        .default(60)
        .describe('days before a review is due that a warning comes'),
      abbreviations: z.array(z.string()).default([]).describe('abbreviations every reader knows'),
    })
    .prefault({})
    .describe('limits of the rules that are the same for every level'),
  organization: id.default('plain').describe('organization used where none is named'),
  jobs: z
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe('handouts printed at the same time; default: one for each core, at most 8'),
  browser: z.string().optional().describe('path of the browser'),
  deadline: z.number().positive().default(60).describe('seconds one handout may take'),
  'cache-limit': z.int().positive().default(2048).describe('megabytes that the cache may take'),
})

export type Config = z.output<typeof configSchema>

/** Keys that can also come from the environment, as `HANDOUT_` and the key in capitals. */
export const scalarKeys = [
  'organization',
  'jobs',
  'browser',
  'deadline',
  'cache-limit',
  'back-matter-from',
] as const
/** The same for lists; the words are separated by commas. */
export const listKeys = ['editions', 'formats', 'require'] as const
/** The same for folders: `HANDOUT_CONTENT`, `HANDOUT_OUTPUT` and so on. */
export const folderKeys = ['content', 'templates', 'output', 'cache'] as const
