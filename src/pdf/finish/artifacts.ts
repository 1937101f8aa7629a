// Paint that nobody reads in: untagged runs, borders and backgrounds; artifacts out (ISO 14289-1, 7.1).
import type { Content, Mark } from './content/mark.js'
import { Paint } from './content/mark.js'
import type { Draft } from './draft.js'
import { closest, type Element, type Kid } from './tree/element.js'

const BEGIN = '/Artifact BMC'
const END = 'EMC'

/** Paths and images are content in these: a drawing, a check box, a bullet. Elsewhere they are borders and backgrounds. */
const drawings = new Set(['Figure', 'Formula', 'Form', 'Lbl'])

/** Elements that keep their place although they lost their only content, a border or a background. */
const places = new Set(['TD', 'TH', 'Document'])

/** Makes artifacts of what is not tagged, and of marks that show no text and are no picture. Text stays what it is. */
export function artifacts(draft: Draft): void {
  draft.contents.forEach(wrapLoose)
  dropBorders(draft.tree)
}

/** Turns a mark into an artifact; its element must let it go. */
export function makeArtifact(mark: Mark): void {
  mark.content.edits.push({ start: mark.start, end: mark.end, text: BEGIN })
  mark.content.marks.delete(mark.mcid)
}

function wrapLoose(content: Content): void {
  const { loose, edits } = content
  for (let index = 0; index + 1 < loose.length; index += 2) {
    const start = loose[index] as number
    const end = loose[index + 1] as number
    edits.push({ start, end: start, text: `${BEGIN}\n` }, { start: end, end, text: `\n${END}` })
  }
  content.forms.forEach(wrapLoose)
}

/** Returns whether anything is left of the element. */
function dropBorders(element: Element): boolean {
  const drawing = closest(element, drawings) !== undefined
  const keep = (kid: Kid): boolean => {
    if (kid.kind === 'annotation') return true
    if (kid.kind === 'element') return dropBorders(kid)
    if (drawing || (kid.paints & Paint.text) !== 0) return true
    makeArtifact(kid)
    return false
  }
  element.kids = element.kids.filter(keep)
  return element.kids.length > 0 || places.has(element.type) || drawing
}
