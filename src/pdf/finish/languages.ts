// Text in other languages in; elements that say so out (WCAG 3.1.2). Chromium forgets the language of plain spans and divisions.
import { names } from '../../pdf-syntax/names.js'
import { textOf } from '../../pdf-syntax/objects.js'
import type { Mark } from './content/mark.js'
import type { Draft } from './draft.js'
import { textString } from './strings.js'
import { type Element, type Kid, setKids } from './tree/element.js'
import { newElement } from './tree/read.js'

/** Gives each element the language of its text where that is another than around it. */
export function languages(draft: Draft): void {
  const changes = draft.record.languages ?? []
  if (changes.length === 0) return
  const of = (mark: Mark): string | undefined => {
    if (mark.place === undefined) return undefined
    const offset = draft.text.offsetOf(mark.place)
    return changes.findLast((change) => change.start <= offset)?.language ?? draft.info.language
  }
  say(draft, draft.tree, draft.info.language, of)
}

function say(draft: Draft, element: Element, around: string, of: (mark: Mark) => string | undefined): void {
  const said = textOf(draft.context, element.dict.get(names.Lang)) ?? around
  const only = commonLanguage(element, of)
  const own = only === undefined || same(only, said) ? said : only
  if (own !== said) element.dict.set(names.Lang, textString(own))
  const kids: Kid[] = []
  for (const kid of element.kids) {
    const language = kid.kind === 'mark' ? of(kid) : undefined
    if (kid.kind === 'element') say(draft, kid, own, of)
    if (language === undefined || same(language, own)) kids.push(kid)
    else {
      const span = newElement(draft.context, 'Span', [kid])
      span.dict.set(names.Lang, textString(language))
      kids.push(span)
    }
  }
  setKids(element, kids)
}

/** The one language of all text below; undefined when there is no text, or more than one language. */
function commonLanguage(element: Element, of: (mark: Mark) => string | undefined): string | undefined {
  const found = new Set<string>()
  const collect = (kids: readonly Kid[]): void => {
    for (const kid of kids) {
      const language = kid.kind === 'mark' ? of(kid) : undefined
      if (language !== undefined) found.add(language.toLowerCase())
      if (kid.kind === 'element' && found.size < 2) collect(kid.kids)
    }
  }
  collect(element.kids)
  const [only] = found
  return found.size === 1 ? only : undefined
}

/** Language tags do not depend on case. */
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
