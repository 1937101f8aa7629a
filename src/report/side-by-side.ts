// Three texts, a middle line of change -> their lines beside one another, where anything differs.
const context = 2
const gap = ' │ '

export interface Column {
  readonly title: string
  readonly text: string
}

type Row = readonly [string | undefined, string | undefined, string | undefined]

/**
 * Shows an original as it was, as it is, and a text made from it. Lines that belong together stand beside one another; those
 * where the original changed have a mark.
 *
 * @param width of the whole, in characters
 */
export function sideBySide(columns: readonly [Column, Column, Column], width: number): string[] {
  const [then, now, own] = columns.map(({ text }) => linesOf(text)) as [string[], string[], string[]]
  const rows = align(then, now, own)
  const changed = rows.map(([a, b]) => a !== b)
  const shown = rows.map((_row, index) =>
    changed.slice(Math.max(0, index - context), index + context + 1).some(Boolean),
  )
  const size = Math.max(12, Math.floor((width - 2 - 2 * gap.length) / columns.length))
  const out = [
    line(
      ' ',
      columns.map(({ title }) => title),
      size,
    ),
    line(
      ' ',
      columns.map(() => '─'.repeat(size)),
      size,
    ),
  ]
  let skipped = false
  for (const [index, row] of rows.entries()) {
    if (!shown[index]) {
      skipped = true
      continue
    }
    if (skipped) out.push(line(' ', ['…', '…', '…'], size))
    skipped = false
    const cells = row.map((cell) => wrap(cell ?? '', size))
    const height = Math.max(...cells.map(({ length }) => length))
    for (let part = 0; part < height; part++)
      out.push(
        line(
          changed[index] && part === 0 ? '›' : ' ',
          cells.map((cell) => cell[part] ?? ''),
          size,
        ),
      )
  }
  if (skipped) out.push(line(' ', ['…', '…', '…'], size))
  return out
}

function line(mark: string, cells: readonly string[], size: number): string {
  return `${mark} ${cells.map((cell) => cell + ' '.repeat(Math.max(0, size - [...cell].length))).join(gap)}`.trimEnd()
}

function linesOf(text: string): string[] {
  return text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
}

/** Lines break between words where they can. */
function wrap(text: string, size: number): string[] {
  let rest = [...text.replaceAll('\t', '  ')]
  const parts: string[] = []
  while (rest.length > size) {
    const space = rest.lastIndexOf(' ', size)
    const at = space > size / 2 ? space : size
    parts.push(rest.slice(0, at).join(''))
    rest = rest.slice(rest[at] === ' ' ? at + 1 : at)
  }
  return [...parts, rest.join('')]
}

/** Both later texts are held against the first; between its lines stands what they have besides, beside one another. */
function align(then: readonly string[], now: readonly string[], own: readonly string[]): Row[] {
  const [inNow, inOwn] = [matches(then, now), matches(then, own)]
  const rows: Row[] = []
  let [nextNow, nextOwn] = [0, 0]
  const between = (untilNow: number, untilOwn: number, gone: string[]) => {
    const [newNow, newOwn] = [now.slice(nextNow, untilNow), own.slice(nextOwn, untilOwn)]
    for (let at = 0; at < Math.max(gone.length, newNow.length, newOwn.length); at++)
      rows.push([gone[at], newNow[at], newOwn[at]])
    nextNow = untilNow
    nextOwn = untilOwn
  }
  let gone: string[] = []
  for (const [index, text] of then.entries()) {
    const [atNow, atOwn] = [inNow.get(index), inOwn.get(index)]
    if (atNow === undefined) {
      gone.push(text)
      continue
    }
    between(atNow, atOwn ?? nextOwn, gone)
    gone = []
    const isThere = atOwn !== undefined && atOwn >= nextOwn
    rows.push([text, text, isThere ? text : undefined])
    nextNow = atNow + 1
    if (isThere) nextOwn = atOwn + 1
  }
  between(now.length, own.length, gone)
  return rows
}

/** Which line of the other each line is: the longest common sequence. */
function matches(one: readonly string[], other: readonly string[]): Map<number, number> {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint32Array(other.length + 1))
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0
  for (let row = one.length - 1; row >= 0; row--)
    for (let column = other.length - 1; column >= 0; column--) {
      const same = one[row] === other[column]
      const best = same ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
      const line = lengths[row]
      if (line) line[column] = best
    }
  const found = new Map<number, number>()
  let [row, column] = [0, 0]
  while (row < one.length && column < other.length) {
    if (one[row] === other[column]) found.set(row++, column++)
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return found
}
