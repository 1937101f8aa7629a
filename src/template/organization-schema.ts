// `organization.yaml` as YAML values -> its checked keys, before inheritance.
import * as z from 'zod'
import { languageTag } from '../model/language.js'

const text = z.string('Write text here').trim().min(1, 'Write some text here')
const perLanguage = z.union([text, z.record(z.string(), text)], 'Write text, or one text for each language')
const color = z
  .string('Put the colour in quotes')
  .regex(/^#[0-9a-f]{6}$/i, 'Write the colour as six hexadecimal digits in quotes, like "#0b4f6c"')

/** Every key may be left out where the organization extends another; what must be there is checked after that. */
export const organizationSchema = z
  .strictObject({
    name: perLanguage,
    tagline: perLanguage,
    extends: text,
    languages: z
      .array(text.regex(languageTag, 'Write a language as a tag, such as `en` or `zh-Hans`'))
      .min(1, 'Name one language at least'),
    bilingual: z
      .array(text)
      .refine((two) => two.length === 0 || two.length === 2, 'Name two languages, as in `[en, es]`')
      .refine(([one, two]) => one === undefined || one !== two, 'Name two different languages'),
    paper: z.enum(['letter', 'a4'], 'Write `letter` or `a4`'),
    colors: z.strictObject({ primary: color, accent: color, text: color }).partial(),
    fonts: z.strictObject({ body: text, heading: text }).partial(),
    logo: z.strictObject({ file: text, alt: text }),
    contact: z
      .strictObject({
        phone: perLanguage,
        'after-hours': perLanguage,
        url: perLanguage,
        address: perLanguage,
        hours: perLanguage,
      })
      .partial()
      .transform(({ 'after-hours': afterHours, ...rest }) => ({ ...rest, afterHours })),
    notices: z.array(text),
    topics: z.strictObject({ include: z.array(text), exclude: z.array(text) }).partial(),
    'topic-notices': z.record(z.string(), z.array(text)),
    'topic-address': z.url({ protocol: /^https$/, error: 'Write an address that starts with https://' }),
  })
  .partial()

export type OrganizationFile = z.output<typeof organizationSchema>

/** `handout.lock.yaml`: by path in the folder of the organization. */
export const lockSchema = z.strictObject({
  overrides: z.record(
    z.string().regex(/^(?!.*\.\.)[^/\\][^\\]*$/, 'Write a path in this folder'),
    z.strictObject({
      of: text,
      hash: z.string().regex(/^sha256-[\w-]{43}$/, 'Write it as `handout adopt` does'),
    }),
  ),
})
