// Helpers of templates: what each takes, and what it makes of a value in the language of the page.
import Handlebars from 'handlebars'
import { icon } from '../media/icons.js'
import { type Labels, withValues } from '../model/labels.js'
import { formatList, formatNumber, pluralOf } from '../model/locale.js'
import { formatDate } from './dates.js'
import { labelNamed } from './label-names.js'

/** What helpers know besides their values: the language of the page and its words. */
export type HelperContext = Labels

export interface HelperSpec {
  /** Options, `name=value`: the words it may be, or any value. */
  readonly options: Readonly<Record<string, readonly string[] | 'any'>>
  /** Options that have to be there. */
  readonly required?: readonly string[]
  /** Whether options besides those are taken. */
  readonly more?: boolean
  /** @throws HelperProblem for a value it cannot use */
  readonly run: (
    value: unknown,
    options: Readonly<Record<string, unknown>>,
    context: HelperContext,
  ) => unknown
}

/** A value that a helper cannot use, in words for the person who wrote the template. */
export class HelperProblem extends Error {
  override readonly name = 'HelperProblem'
  readonly hint: string

  constructor(reason: string, hint: string) {
    super(reason)
    this.hint = hint
  }
}

const pluralForms = ['zero', 'one', 'two', 'few', 'many', 'other'] as const

/** Besides `if`, `unless`, `each` and `with`. None reaches files, the environment or a network. */
export const helperSpecs: Readonly<Record<string, HelperSpec>> = {
  icon: {
    options: {},
    run: (name) => {
      const wanted = textOf(name, 'the name of an icon')
      try {
        return html(`<span class="icon-box" aria-hidden="true">${icon(wanted)}</span>`)
      } catch {
        throw new HelperProblem(`There is no icon \`${wanted}\`.`, 'lucide.dev/icons shows their names.')
      }
    },
  },
  date: {
    options: { style: ['day', 'month'] },
    run: (value, { style = 'day' }, { language }) => {
      const iso = textOf(value, 'a date')
      const isDate = /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(Date.parse(`${iso}T00:00:00Z`))
      if (!isDate) throw new HelperProblem(`\`${iso}\` is no date.`, 'Write it as YYYY-MM-DD.')
      return formatDate(iso, language, style === 'month' ? 'month' : 'day')
    },
  },
  phone: {
    options: {},
    run: (value, _options, { direction }) => {
      const number = Handlebars.escapeExpression(grouped(textOf(value, 'a phone number')))
      return html(`<span class="unbroken"${direction === 'rtl' ? ' dir="ltr"' : ''}>${number}</span>`)
    },
  },
  list: {
    options: { key: 'any', type: ['and', 'or'] },
    run: (value, { key, type = 'and' }, { language }) => {
      if (!Array.isArray(value))
        throw new HelperProblem('`list` is given something that is no list.', 'Give it a list of texts.')
      const texts = value.map((one: unknown) => {
        const item = key === undefined ? one : (one as Record<string, unknown> | null)?.[String(key)]
        return textOf(
          item,
          key === undefined ? 'a text in the list' : `a text \`${key}\` in each of the list`,
        )
      })
      return formatList(texts, language, type === 'or' ? 'disjunction' : 'conjunction')
    },
  },
  plural: {
    options: Object.fromEntries(pluralForms.map((form) => [form, 'any'])),
    required: ['other'],
    run: (value, forms, { language }) => {
      const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
      if (typeof count !== 'number' || !Number.isFinite(count))
        throw new HelperProblem('`plural` is given something that is no number.', 'Give it a number.')
      const words = forms[pluralOf(count, language)] ?? forms.other
      return withValues(textOf(words, 'words'), { count: formatNumber(count, language) })
    },
  },
  t: {
    options: {},
    more: true,
    run: (name, values, context) => {
      const wanted = textOf(name, 'the name of a label')
      const label = labelNamed(context, wanted)
      if (label === undefined)
        throw new HelperProblem(`There is no label \`${wanted}\`.`, 'Add it under `words` of a label file.')
      const texts = Object.entries(values).map(([key, value]) => [
        key,
        textOf(value, `a text for \`${key}\``),
      ])
      return withValues(label, Object.fromEntries(texts))
    },
  },
}

function html(text: string): Handlebars.SafeString {
  return new Handlebars.SafeString(text)
}

function textOf(value: unknown, wanted: string): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value instanceof Handlebars.SafeString) return value.toString()
  throw new HelperProblem(
    `This is not ${wanted}.`,
    `Give it ${wanted}; docs/templates.md says what each value is.`,
  )
}

/** Seven and ten digits without marks as they are read in the United States; everything else as it is written. */
function grouped(number: string): string {
  const [, area, office, line] = /^(?:\+?1)?(\d{3})?(\d{3})(\d{4})$/.exec(number.trim()) ?? []
  return office && line ? [area, office, line].filter((part) => part !== undefined).join('-') : number
}
