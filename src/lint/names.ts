// Some of the variants of a topic -> words that name them: `easy`, `easy/everyday long`.
import type { Print } from './rule.js'

/** Names some of the prints; empty when they are all there are. */
export function nameOf(some: readonly Print[], all: readonly Print[]): string {
  if (some.length === all.length) return ''
  const lengthsOf = (prints: readonly Print[]) => [...new Set(prints.map(({ length }) => length))]
  const levels = [...new Set(all.map(({ level }) => level))]
  const everyLength = lengthsOf(all)
  const groups = new Map<string, string[]>()
  for (const level of levels) {
    const own = some.filter((print) => print.level === level)
    if (own.length === 0) continue
    const lengths = everyLength.filter((length) => own.some((print) => print.length === length))
    const words = lengths.length === everyLength.length ? '' : lengths.join('/')
    const more = [...new Set(lacking(own, all) ? own.flatMap((print) => print.more ?? []) : [])].join('/')
    const key = [words, more && `(${more})`].filter((word) => word !== '').join(' ')
    groups.set(key, [...(groups.get(key) ?? []), level])
  }
  return [...groups]
    .map(([rest, names]) =>
      [names.length === levels.length && rest !== '' ? '' : names.join('/'), rest]
        .filter((word) => word !== '')
        .join(' '),
    )
    .join(', ')
}

/** Whether of one level and length some organizations or editions are there and others not. */
function lacking(some: readonly Print[], all: readonly Print[]): boolean {
  return some.some(({ level, length }) => {
    const same = (print: Print) => print.level === level && print.length === length
    return some.filter(same).length < all.filter(same).length
  })
}
