// Text with its sizes and places in, what a reader's eye meets out: smallest type, body type, length of lines.
import type { PageRecord } from '../../model/pdf.js'
import type { Content } from './content.js'
import type { Element } from './elements.js'
import type { Stretch } from './marks.js'
import type { Reading } from './reading.js'
import { isInline } from './types.js'

/** Sizes are told apart at a twentieth of a point. */
const STEPS = 20

/** Type belongs to the body when it differs by less, in points. */
const SAME_SIZE = 0.3

export interface TypeMeasure {
  readonly smallest: number
  /** The size in which most characters are set. */
  readonly body: number
}

/** Marks over and under letters, and signs of direction: they take no place on a line. */
const unseen = /[\p{M}\p{Cf}]/gu
/** As wide as two letters (WCAG 2.2, 1.4.8: 40 of them are a line). */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/gu

/** Body type is never smaller, so a smaller one is that of fine print or tables. */
const LEAST_BODY = 12

/**
 * The size of body type: that of most characters. Where fine print and tables outweigh the running text, the main part
 * alone is counted, which the page that was printed tells, and in it what stands in no table.
 */
export function bodyType(reading: Reading, page?: PageRecord): number {
  const { body } = measureType(reading.content)
  if (body === 0 || body >= LEAST_BODY || !page?.main) return body
  const main = inkOf(page.text.slice(page.main.start, page.main.end))
  const blocks = new Map<Element, Stretch[]>()
  for (const stretch of reading.content.stretches) {
    const block = blockOf(reading, stretch)
    if (block) blocks.set(block, [...(blocks.get(block) ?? []), stretch])
  }
  const running = [...blocks].flatMap(([block, stretches]) =>
    isInTable(block) || !main.includes(inkOf(stretches.map(({ text }) => text).join(''))) ? [] : stretches,
  )
  return measureType({ stretches: running }).body || body
}

/** Sizes of all type that is seen; both 0 when there is none. */
export function measureType(content: Pick<Content, 'stretches'>): TypeMeasure {
  const counts = new Map<number, number>()
  let smallest = Number.POSITIVE_INFINITY
  for (const { size, text } of content.stretches) {
    const characters = inked(text)
    if (characters === 0) continue
    smallest = Math.min(smallest, size)
    const step = Math.round(size * STEPS)
    counts.set(step, (counts.get(step) ?? 0) + characters)
  }
  let body = 0
  let most = 0
  for (const [step, count] of counts) {
    if (count <= most) continue
    most = count
    body = step / STEPS
  }
  return { smallest: most === 0 ? 0 : smallest, body }
}

export interface Line {
  readonly length: number
  readonly text: string
  /** From 0. */
  readonly page: number
}

/** Lines of body type, the longest first. */
export function lineLengths(reading: Reading, body: number): Line[] {
  const blocks = new Map<Element, Map<string, Stretch[]>>()
  for (const stretch of reading.content.stretches) {
    const block = blockOf(reading, stretch)
    if (!block || Math.abs(stretch.size - body) > SAME_SIZE) continue
    const lines = blocks.get(block) ?? new Map<string, Stretch[]>()
    blocks.set(block, lines)
    const key = `${stretch.page} ${Math.round(stretch.line)}`
    const line = lines.get(key)
    if (line) line.push(stretch)
    else lines.set(key, [stretch])
  }
  const found: Line[] = []
  for (const lines of blocks.values()) {
    for (const line of lines.values()) {
      const text = line
        .map((stretch) => stretch.text)
        .join('')
        .trim()
      found.push({ length: widthOf(text), text, page: line[0]?.page ?? 0 })
    }
  }
  return found.sort((a, b) => b.length - a.length)
}

/** The block that the text stands in: paragraph, cell, body of an item. */
function blockOf({ owners }: Reading, { mark }: Stretch): Element | undefined {
  let element = mark && owners.content.get(mark.owner)?.get(mark.mcid)?.[0]
  while (element && (isInline(element.role) || element.role === 'NonStruct')) element = element.parent
  return element
}

function isInTable(block: Element): boolean {
  for (let one: Element | undefined = block; one; one = one.parent) if (one.role === 'Table') return true
  return false
}

function inkOf(text: string): string {
  return text.replace(/\s+/g, '')
}

function widthOf(text: string): number {
  const seen = text.replace(unseen, '')
  return [...seen].length + (seen.match(wide)?.length ?? 0)
}

function inked(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x20 && text[at] !== '\u00a0') count++
  return count
}
