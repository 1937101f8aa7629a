// Manifest -> index.html of the output folder: what was made, for people, from disk and without a server.
import { createHash } from 'node:crypto'
import type { HandoutRecord, Manifest } from '../../model/manifest.js'
import { languagesOf } from '../../model/variant.js'
import { attribute, escapeHtml, languageName } from './html.js'
import { row } from './row.js'
import { script } from './script.js'
import { styles } from './styles.js'

/** What can be chosen: name of the field, its label, and the word for a value. */
const choices: readonly {
  readonly key: 'organization' | 'language' | 'topic' | 'level' | 'length'
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

/** The catalogue as one HTML file: it loads nothing and sends nothing, and shows every handout without its script too. */
export function cataloguePage(manifest: Manifest): string {
  const { handouts } = manifest
  const code = script()
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(code).digest('base64')}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
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
<p>${overview(manifest)}</p>
</header>
<main>
<search id="choose" hidden>
<label class="find"><span>Find words in titles and topics</span><input type="search" id="find" autocomplete="off" spellcheck="false"></label>
${choices.map((choice) => select(choice, handouts)).join('\n')}
${states(handouts)}
<button type="button" id="reset">Show all</button>
</search>
<p id="count" role="status">${handouts.length} handouts</p>
<div class="frame" tabindex="0" role="region" aria-label="Handouts">
<table>
<thead><tr>${columns.map(({ label, sort }) => `<th scope="col"${sort ? ` data-sort="${sort}"` : ''}>${label}</th>`).join('')}</tr></thead>
<tbody>
${handouts.map(row).join('\n')}
</tbody>
</table>
</div>
<p><button type="button" id="more" hidden>Show more</button></p>
</main>
<footer><p>${about(manifest)}</p></footer>
<script>${code}</script>
</body>
</html>
`
}

function overview({ handouts }: Manifest): string {
  const there = handouts.filter(({ status }) => status !== 'failed')
  const pages = there.reduce((sum, { files }) => sum + (files.pdf?.pages ?? 0), 0)
  const failed = handouts.length - there.length
  const topics = new Set(handouts.map(({ topic }) => topic)).size
  const words = [
    counted(there.length, 'handout'),
    counted(pages, 'page'),
    counted(topics, 'topic'),
    counted(new Set(handouts.map(({ organization }) => organization)).size, 'organization'),
  ].join(' · ')
  return failed > 0 ? `${words} · <strong class="failure">${failed} failed</strong>` : words
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function select({ key, label, word }: (typeof choices)[number], handouts: readonly HandoutRecord[]): string {
  // Levels and lengths come in the order of the configuration; a manifest is sorted by id, so names are as good as any.
  const values = [
    ...new Set(handouts.flatMap((one) => (key === 'language' ? languagesOf(one) : one[key]))),
  ].sort()
  const options = values.map(
    (value) => `<option value="${attribute(value)}">${escapeHtml(word ? word(value) : value)}</option>`,
  )
  return `<label><span>${label}</span><select data-key="${key}"><option value="">all</option>${options.join('')}</select></label>`
}

function states(handouts: readonly HandoutRecord[]): string {
  const words: Record<string, string> = { draft: 'draft', reviewed: 'reviewed', failed: 'failed' }
  const there = new Set(handouts.map((one) => (one.status === 'failed' ? 'failed' : one.review.status)))
  const options = [...there]
    .sort()
    .map((value) => `<option value="${attribute(value)}">${words[value] ?? ''}</option>`)
  return `<label><span>State</span><select data-key="state"><option value="">all</option>${options.join('')}</select></label>`
}

function about({ tool, browser, source }: Manifest): string {
  const made = [
    `Made with ${tool.name} ${tool.version}`,
    browser,
    source.commit && `from ${source.commit.slice(0, 10)}`,
  ]
  const files = ['manifest.json', 'SHA256SUMS'].map((name) => `<a href="${name}">${name}</a>`).join(' · ')
  return `${escapeHtml(made.filter((word) => word).join(' · '))} · ${files}`
}
