// A variant, its costliest sentences and remarks -> its words as HTML, with line numbers, sentences marked, remarks below.
import { piecesOf } from '../../lint/prose.js'
import type { VariantText } from '../../lint/rule.js'
import type { MessageRecord } from '../../model/message.js'
import type { CostlyFact } from './costly.js'
import { type Html, html, nothing } from './html.js'

interface Line {
  readonly number: number
  readonly kind: string
  readonly box: string
  readonly words: Html
  readonly remarks: readonly MessageRecord[]
}

const boxNames: Readonly<Record<string, string>> = {
  'main-message': 'Main message',
  warning: 'Warning',
  note: 'Note',
  'get-help': 'When to get help',
  actions: 'Actions',
  unknown: 'Not known',
  ask: 'Questions to ask',
  checklist: 'Checklist',
}

/** The words as a table: number of the source line, words, and below them what was found there. */
export function markedText(
  text: VariantText,
  costly: readonly CostlyFact[],
  messages: readonly MessageRecord[],
): Html {
  const open = [...messages].sort((a, b) => a.line - b.line || a.column - b.column)
  const lines = text.blocks.map((block): Line => {
    const { start, end } = text.place(block, 0, block.plain.length)
    const number = start.line
    const taken = open.filter(({ line }) => line >= number && line <= end.line)
    for (const one of taken) open.splice(open.indexOf(one), 1)
    const box = block.inside.findLast((name) => Object.hasOwn(boxNames, name)) ?? ''
    return { number, kind: block.kind, box, words: wordsOf(text, block, costly), remarks: taken }
  })
  return html`<div class="text" lang="${text.topic.language}" dir="auto">
${lines.map((line, index) => row(line, lines[index - 1]))}</div>`
}

type Block = VariantText['blocks'][number]

function wordsOf(text: VariantText, block: Block, costly: readonly CostlyFact[]): Html {
  const meanings = meaningsIn(block)
  const { end, mark } = endOf(block)
  const words = (from: number, to: number) => withMeanings(block.plain, from, to, meanings)
  const parts: Html[] = []
  let from = 0
  for (const sentence of text.analyze(block).sentences) {
    const { start } = text.place(block, sentence.start, sentence.end)
    const rank = costly.findIndex(({ line, column }) => line === start.line && column === start.column)
    if (rank < 0) continue
    parts.push(
      words(from, sentence.start),
      html`<mark>${words(sentence.start, Math.min(sentence.end, end))}<sup class="rank"><span class="hidden"> costliest sentence, number </span>${rank + 1}</sup></mark>`,
    )
    from = sentence.end
  }
  return html`${parts}${words(from, end)}${mark}`
}

/** Headings and items get a full stop to be measured; here they end as they are written. */
function endOf({ node, plain }: Block): { end: number; mark: string } {
  const written = piecesOf(node, false)
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  if (written === plain) return { end: plain.length, mark: '' }
  return { end: plain.length - 1, mark: written.slice(plain.length - 1) }
}

interface Meaning {
  /** Behind this letter of the words without meanings. */
  readonly at: number
  readonly text: string
}

/** Meanings of terms are pieces of their directive; everything else is in the words as they are measured. */
function meaningsIn({ node }: Block): Meaning[] {
  const found: Meaning[] = []
  let before = ''
  for (const piece of piecesOf(node, true)) {
    if (piece.node.type === 'textDirective')
      found.push({ at: before.replace(/\s+/g, ' ').trimStart().length, text: piece.text })
    else before += piece.text
  }
  return found
}

function withMeanings(plain: string, from: number, to: number, meanings: readonly Meaning[]): Html {
  const parts: Html[] = []
  let at = from
  for (const meaning of meanings) {
    if (meaning.at <= from || meaning.at > to) continue
    parts.push(html`${plain.slice(at, meaning.at)}<span class="meaning">${meaning.text}</span>`)
    at = meaning.at
  }
  return html`${parts}${plain.slice(at, to)}`
}

function row(line: Line, before: Line | undefined): Html {
  const name = line.box !== '' && line.box !== before?.box ? boxNames[line.box] : undefined
  return html`<div class="line ${line.kind}${line.box === '' ? '' : ' boxed'}">
<span class="number" aria-hidden="true">${line.number}</span>
<div class="words">${name ? html`<span class="box-name">${name}</span>` : nothing}${line.kind === 'heading' ? html`<strong>${line.words}</strong>` : line.words}${line.remarks.map(remark)}</div>
</div>
`
}

/** A remark under the words it is about. */
function remark(message: MessageRecord): Html {
  const place = message.line > 0 ? `${message.line}:${message.column} ` : ''
  return html`<p class="remark ${message.severity}" lang="en" dir="ltr"><span class="severity">${message.severity}</span> ${place}${message.text}${message.hint === '' ? nothing : html` <span class="hint">${message.hint}</span>`} <code>${message.rule}</code></p>`
}
