// Record of a handout -> its row in the catalogue.
import type { HandoutRecord } from '../../model/manifest.js'
import { languagesOf } from '../../model/variant.js'
import { address, attribute, escapeHtml, languageName } from './html.js'

/** Digits of a checksum that are shown; the rest is in its title. */
const shownDigits = 8

/** One row; what is chosen by stands in its attributes. */
export function row(record: HandoutRecord): string {
  const { organization, topic, level, length, edition, files, readability, review } = record
  const languages = languagesOf(record)
  const failed = record.status === 'failed'
  const { pdf, html } = files
  const state = failed ? 'failed' : review.status
  const keys = { organization, language: languages.join(' '), topic, level, length, state }
  const data = Object.entries(keys).map(([key, value]) => ` data-${key}="${attribute(value)}"`)
  const sum = pdf?.sha256 ?? html?.sha256 ?? ''
  const cells = [
    escapeHtml(organization),
    escapeHtml(languages.map(languageName).join(' + ')),
    chip(level),
    chip(length) + (edition === 'standard' ? '' : chip(edition)),
    pdf?.pages ?? '',
    readability?.fleschKincaid === undefined ? '' : readability.fleschKincaid.toFixed(1),
    failed ? '' : reviewed(record),
    sum === '' ? '' : `<code title="${sum}">${sum.slice(0, shownDigits)}</code>`,
  ]
  return `<tr${failed ? ' class="failed"' : ''}${data.join('')}><th scope="row">${name(record)}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

function name(record: HandoutRecord): string {
  const { pdf, html } = record.files
  const lang = attribute(record.language)
  const title = escapeHtml(record.title)
  const about = [record.onPaper, record.color]
    .filter((word) => word !== undefined)
    .map(chip)
    .join('')
  const topic = `<span class="topic">${escapeHtml(record.topic)}</span>`
  if (record.status === 'failed')
    return `<span lang="${lang}">${title}</span> <strong>failed</strong>${about}${topic}${reasons(record)}`
  if (!pdf && html) return `<a href="${address(html.path)}" lang="${lang}">${title}</a>${about}${topic}`
  const twin = html
    ? ` <a class="twin" href="${address(html.path)}" aria-label="${attribute(record.title)}, as a web page">HTML</a>`
    : ''
  return `<a href="${address(pdf?.path ?? '')}" lang="${lang}">${title}</a>${twin}${about}${topic}`
}

/** Why it was not made. */
function reasons({ messages }: HandoutRecord): string {
  const errors = messages.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return ''
  const items = errors.map(
    ({ file, line, text }) =>
      `<li>${escapeHtml(line > 0 ? `${file}:${line}` : file)} ${escapeHtml(text)}</li>`,
  )
  return `<ul class="reasons">${items.join('')}</ul>`
}

function reviewed({ review }: HandoutRecord): string {
  const due = review.due ? ` <span class="due">due ${escapeHtml(review.due)}</span>` : ''
  return `<span class="chip ${review.status === 'draft' ? 'draft' : 'reviewed'}">${escapeHtml(review.status)}</span>${due}`
}

function chip(word: string): string {
  return `<span class="chip">${escapeHtml(word)}</span>`
}
