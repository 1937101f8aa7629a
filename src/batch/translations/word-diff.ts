// Two texts -> the words that differ, each with a few words around it.

/** Words shown before and after what differs. */
const around = 4
/** Words shown of what went or came at one place. */
const longest = 40
/** Longer stretches that differ are not compared word by word. */
const most = 2000

type Step = { readonly sign: ' ' | '-' | '+'; readonly word: string }

/** Marks words that went as `[-…-]` and words that came as `{+…+}`; equal stretches are cut short with `…`. */
export function wordDiff(before: string, after: string): string {
  const steps = compare(wordsOf(before), wordsOf(after))
  const near = steps.map((_, index) =>
    steps.slice(Math.max(0, index - around), index + around + 1).some(({ sign }) => sign !== ' '),
  )
  const shown: string[] = []
  for (let at = 0; at < steps.length; ) {
    const { sign, word } = steps[at] as Step
    if (sign === ' ') {
      if (near[at]) shown.push(word)
      else if (shown.at(-1) !== '…') shown.push('…')
      at += 1
      continue
    }
    let end = at
    while (steps[end]?.sign === sign) end += 1
    const words = shortened(steps.slice(at, end).map((step) => step.word))
    shown.push(sign === '-' ? `[-${words}-]` : `{+${words}+}`)
    at = end
  }
  return shown.join(' ')
}

function shortened(words: readonly string[]): string {
  const rest = words.length - longest
  return rest > 0 ? `${words.slice(0, longest).join(' ')} … (${rest} more)` : words.join(' ')
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** Words that went stand before those that came in their place. */
function compare(before: readonly string[], after: readonly string[]): Step[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let end = 0
  const shorter = Math.min(before.length, after.length) - start
  while (end < shorter && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  const same = (words: readonly string[]) => words.map((word): Step => ({ sign: ' ', word }))
  return [
    ...same(before.slice(0, start)),
    ...compareMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...same(before.slice(before.length - end)),
  ]
}

/** The longest common run of words stays. */
function compareMiddle(before: readonly string[], after: readonly string[]): Step[] {
  const went = (word: string): Step => ({ sign: '-', word })
  const came = (word: string): Step => ({ sign: '+', word })
  if (before.length > most || after.length > most) return [...before.map(went), ...after.map(came)]
  const columns = after.length + 1
  const common = new Uint16Array((before.length + 1) * columns)
  const at = (row: number, column: number) => common[row * columns + column] ?? 0
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = after.length - 1; column >= 0; column--)
      common[row * columns + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
  const steps: Step[] = []
  let row = 0
  let column = 0
  while (row < before.length || column < after.length) {
    const [old, fresh] = [before[row], after[column]]
    if (old !== undefined && old === fresh) {
      steps.push({ sign: ' ', word: old })
      row += 1
      column += 1
    } else if (old !== undefined && (fresh === undefined || at(row + 1, column) >= at(row, column + 1))) {
      steps.push(went(old))
      row += 1
    } else if (fresh !== undefined) {
      steps.push(came(fresh))
      column += 1
    }
  }
  return steps
}
