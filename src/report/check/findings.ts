// Messages -> a table of them: place, severity, words, hint, rule.
import type { MessageRecord } from '../../model/message.js'
import { type Html, html, nothing } from './html.js'

export function findingsTable(messages: readonly MessageRecord[]): Html {
  if (messages.length === 0) return html`<p>None.</p>`
  return html`<div class="wide"><table class="findings"><caption class="hidden">Findings</caption>
<thead><tr><th scope="col">Line</th><th scope="col">Severity</th><th scope="col">Finding</th><th scope="col">Rule</th></tr></thead>
<tbody>${messages.map(row)}</tbody></table></div>`
}

function row({ line, column, severity, text, hint, rule }: MessageRecord): Html {
  return html`<tr><td class="place">${line > 0 ? `${line}:${column}` : ''}</td><td><span class="severity ${severity}">${severity}</span></td><td>${text}${hint === '' ? nothing : html`<p>${hint}</p>`}</td><td><code>${rule}</code></td></tr>
`
}

export interface SilencedRecord extends MessageRecord {
  readonly because: string
}

export function silencedTable(silenced: readonly SilencedRecord[]): Html {
  return html`<div class="wide"><table class="findings"><caption class="hidden">Silenced findings</caption>
<thead><tr><th scope="col">Line</th><th scope="col">Finding</th><th scope="col">Reason given</th><th scope="col">Rule</th></tr></thead>
<tbody>${silenced.map(
    ({
      line,
      column,
      text,
      because,
      rule,
    }) => html`<tr><td class="place">${line}:${column}</td><td>${text}</td><td>${because}</td><td><code>${rule}</code></td></tr>
`,
  )}</tbody></table></div>`
}
