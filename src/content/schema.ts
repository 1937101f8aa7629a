// Front matter as YAML values -> the checked front matter of a topic.
import * as z from 'zod'
import { languageTag } from '../model/language.js'

const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as YYYY-MM-DD')
  .refine(
    (text) => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && isCalendarDate(text),
    'There is no such date',
  )

const text = z.string('Write text here').trim().min(1, 'Write some text here')
const perLevel = z.union([text, z.record(z.string(), text)], 'Write text, or one text for each level')

const period = z
  .string('Write a number of months or years, like `24 months`')
  .regex(/^[1-9]\d*\s+(month|year)s?$/, 'Write a number of months or years, like `24 months`')
  .transform((written) => Number.parseInt(written, 10) * (written.includes('year') ? 12 : 1))

const code = z.string('Put the code in quotes, so that it is read as text')

const review = z
  .strictObject({
    status: z.enum(['draft', 'reviewed'], 'Write `draft` or `reviewed`'),
    on: isoDate,
    every: period,
    by: z.array(text).default([]),
    signed: z.string('Put the hash in quotes').optional(),
  })
  .refine((value) => value.status === 'draft' || value.by.length > 0, {
    message: 'A reviewed topic names who reviewed it',
    path: ['by'],
  })
  .transform(({ every, ...rest }) => ({ ...rest, everyMonths: every }))

const language = z
  .string('Write a language tag, like `es`')
  .regex(languageTag, 'Write a language tag, like `es` or `zh-Hans`')

const source = z.strictObject({
  title: text,
  publisher: text.optional(),
  url: z.url({ protocol: /^https?$/, error: 'Write a whole address that starts with https://' }).optional(),
  accessed: isoDate.optional(),
  language: language.optional(),
})

const sectionHash = z.string('Put the hash in quotes')

/** Front matter of a topic; unknown keys are faults. */
export const frontMatterSchema = z
  .strictObject({
    title: perLevel,
    summary: text,
    audience: z.enum(
      ['patient', 'caregiver', 'animal-owner', 'professional'],
      'Write `patient`, `caregiver`, `animal-owner` or `professional`',
    ),
    readers: perLevel.optional(),
    codes: z.record(z.string(), z.array(code)).default({}),
    notices: z.array(text).default([]),
    review,
    terms: z.record(z.string(), text).default({}),
    sources: z.record(z.string(), source).default({}),
    related: z.array(text).default([]),
    'translation-of': z
      .strictObject({
        language,
        hash: text.optional(),
        sections: z.record(z.string(), sectionHash).optional(),
      })
      .optional(),
  })
  .transform(({ 'translation-of': translationOf, ...rest }) => ({ ...rest, translationOf }))

/** Front matter of what an organization adds to a topic: its own terms and sources. */
export const additionSchema = z
  .strictObject({ terms: z.record(z.string(), text), sources: z.record(z.string(), source) })
  .partial()

function isCalendarDate(text: string): boolean {
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
}
