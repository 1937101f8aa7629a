// Manifest -> index.html of the output folder: what was made, for people, from disk and without a server.
import type { HandoutRecord, Manifest } from '../model/manifest.js'

/** The catalogue as one HTML file. */
export function cataloguePage(manifest: Manifest): string {
  const rows = manifest.handouts.map(row).join('\n')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Handouts</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1b1b1b}
table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.35rem .6rem;border-bottom:1px solid #ccd5dd;vertical-align:top}
.failed td{background:#fcecea}
</style></head><body><h1>Handouts</h1>
<table><thead><tr><th scope="col">Topic</th><th scope="col">Organization</th><th scope="col">Language</th><th scope="col">Level</th><th scope="col">Length</th><th scope="col">Pages</th><th scope="col">Grade</th><th scope="col">Review</th></tr></thead>
<tbody>
${rows}
</tbody></table></body></html>
`
}

function row(record: HandoutRecord): string {
  const { pdf } = record.files
  const title = escapeHtml(record.title)
  const name = pdf ? `<a href="${encodeURI(pdf.path)}">${title}</a>` : `${title} (failed)`
  const cells = [
    name,
    record.organization,
    record.language,
    record.level,
    record.length,
    pdf?.pages ?? '',
    record.readability?.fleschKincaid ?? '',
    record.review.status,
  ]
  return `<tr class="${record.status}">${cells.map((cell, index) => `<td>${index === 0 ? cell : escapeHtml(String(cell))}</td>`).join('')}</tr>`
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
