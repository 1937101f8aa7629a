// Manifest -> index.html of the output folder: what was made, for people, from disk and without a server.
import { createHash } from 'node:crypto'
import type { HandoutRecord, ManifestHead } from '../../model/manifest.js'
import { languagesOf } from '../../model/variant.js'
import { attribute, escapeHtml, languageName } from './html.js'
import { row } from './row.js'
import { script } from './script.js'
import { styles } from './styles.js'

type ChoiceKey = 'organization' | 'language' | 'topic' | 'level' | 'length'

/** What can be chosen: name of the field, its label, and the word for a value. */
const choices: readonly {
  readonly key: ChoiceKey
  readonly label: string
  readonly word?: (value: string) => string
}[] = [
  { key: 'organization', label: 'Organization' },
  { key: 'language', label: 'Language', word: languageName },
  { key: 'topic', label: 'Topic' },
  { key: 'level', label: 'Level' },
  { key: 'length', label: 'Length' },
]

const columns: readonly { readonly label: string; readonly sort?: 'text' | 'number' }[] = [
  { label: 'Handout', sort: 'text' },
  { label: 'Organization', sort: 'text' },
  { label: 'Language', sort: 'text' },
  { label: 'Level', sort: 'text' },
  { label: 'Length', sort: 'text' },
  { label: 'Pages', sort: 'number' },
  { label: 'Grade', sort: 'number' },
  { label: 'Review', sort: 'text' },
  { label: 'SHA-256' },
]

/** What the page says about all handouts together. */
interface Survey {
  readonly handouts: number
  readonly failed: number
  readonly pages: number
  /** Values there are to choose, by field. */
  readonly values: Readonly<Record<ChoiceKey, ReadonlySet<string>>>
  readonly states: ReadonlySet<string>
}

/**
 * The catalogue as one HTML file: it loads nothing and sends nothing, and shows every handout without its script too.
 *
 * @param handouts sorted by id, the same each time they are asked for
 * @returns the text in pieces: that of a large batch takes several megabytes
 */
export function cataloguePage(head: ManifestHead, handouts: Iterable<HandoutRecord>): Iterable<string> {
  return { [Symbol.iterator]: () => pieces(head, handouts) }
}

function* pieces(head: ManifestHead, handouts: Iterable<HandoutRecord>): Generator<string> {
  const survey = surveyOf(handouts)
  const code = script()
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(code).digest('base64')}'; base-uri 'none'; form-action 'none'`
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<title>Handouts</title>
<style>${styles}</style>
</head>
<body>
<header>
<h1>Handouts</h1>
<p>${overview(survey)}</p>
</header>
<main>
<search id="choose" hidden>
<label class="find"><span>Find words in titles and topics</span><input type="search" id="find" autocomplete="off" spellcheck="false"></label>
${choices.map((choice) => select(choice, survey)).join('\n')}
${states(survey)}
<button type="button" id="reset">Show all</button>
</search>
<p id="count" role="status">${survey.handouts} handouts</p>
<div class="frame" tabindex="0" role="region" aria-label="Handouts">
<table>
<thead><tr>${columns.map(({ label, sort }) => `<th scope="col"${sort ? ` data-sort="${sort}"` : ''}>${label}</th>`).join('')}</tr></thead>
<tbody>
`
  for (const record of handouts) yield `${row(record)}\n`
  yield `</tbody>
</table>
</div>
<p><button type="button" id="more" hidden>Show more</button></p>
</main>
<footer><p>${about(head)}</p></footer>
<script>${code}</script>
</body>
</html>
`
}

function surveyOf(records: Iterable<HandoutRecord>): Survey {
  const values: Record<ChoiceKey, Set<string>> = {
    organization: new Set(),
    language: new Set(),
    topic: new Set(),
    level: new Set(),
    length: new Set(),
  }
  const states = new Set<string>()
  let handouts = 0
  let failed = 0
  let pages = 0
  for (const record of records) {
    handouts += 1
    if (record.status === 'failed') failed += 1
    else pages += record.files.pdf?.pages ?? 0
    states.add(record.status === 'failed' ? 'failed' : record.review.status)
    for (const { key } of choices)
      for (const value of key === 'language' ? languagesOf(record) : [record[key]]) values[key].add(value)
  }
  return { handouts, failed, pages, values, states }
}

function overview({ handouts, failed, pages, values }: Survey): string {
  const words = [
    counted(handouts - failed, 'handout'),
    counted(pages, 'page'),
    counted(values.topic.size, 'topic'),
    counted(values.organization.size, 'organization'),
  ].join(' · ')
  return failed > 0 ? `${words} · <strong class="failure">${failed} failed</strong>` : words
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function select({ key, label, word }: (typeof choices)[number], survey: Survey): string {
  // Levels and lengths come in the order of the configuration; a manifest is sorted by id, so names are as good as any.
  const options = [...survey.values[key]]
    .sort()
    .map((value) => `<option value="${attribute(value)}">${escapeHtml(word ? word(value) : value)}</option>`)
  return `<label><span>${label}</span><select data-key="${key}"><option value="">all</option>${options.join('')}</select></label>`
}

function states(survey: Survey): string {
  const words: Record<string, string> = { draft: 'draft', reviewed: 'reviewed', failed: 'failed' }
  const options = [...survey.states]
    .sort()
    .map((value) => `<option value="${attribute(value)}">${words[value] ?? ''}</option>`)
  return `<label><span>State</span><select data-key="state"><option value="">all</option>${options.join('')}</select></label>`
}

function about({ tool, browser, source }: ManifestHead): string {
  const made = [
    `Made with ${tool.name} ${tool.version}`,
    browser,
    source.commit && `from ${source.commit.slice(0, 10)}`,
  ]
  const files = ['manifest.json', 'SHA256SUMS'].map((name) => `<a href="${name}">${name}</a>`).join(' · ')
  return `${escapeHtml(made.filter((word) => word).join(' · '))} · ${files}`
}
