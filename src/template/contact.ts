// Contact of an organization -> lines for the head of a page, each with its label.
import type { Labels } from '../model/labels.js'
import { type Contact, forLanguage } from '../model/organization.js'

export interface ContactLine {
  /** `phone`, `after-hours`, `url`, `hours` or `address`. */
  readonly kind: string
  readonly label: string | null
  readonly text: string
}

/** The lines there are, in the order they are printed. */
export function contactLines(contact: Contact, labels: Labels, language: string): ContactLine[] {
  const line = (kind: string, value: Contact[keyof Contact], label: string | null): ContactLine[] =>
    value === undefined ? [] : [{ kind, label, text: forLanguage(value, language) }]
  return [
    ...line('phone', contact.phone, labels.texts['questions-call']),
    ...line('after-hours', contact.afterHours, labels.texts['after-hours']),
    ...line('url', contact.url, null),
    ...line('hours', contact.hours, labels.texts.hours),
    ...line('address', contact.address, null),
  ]
}
