// Conditions about the structure tree itself: it hangs together, and the parent tree says the same both ways.
import { PDFArray, PDFDict } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import { dictOf, nameOf, numberOf, resolve, textOf } from '../../pdf-syntax/objects.js'
import { readNameTree } from '../../pdf-syntax/trees.js'
import { type Condition, type Finding, pdf, pdfa } from '../condition.js'
import type { Element } from '../read/elements.js'
import type { Reading } from '../read/reading.js'

const REBUILD = 'Finish the PDF with this tool; it writes the structure anew.'

export const treeConditions: readonly Condition[] = [
  {
    id: 'element-type',
    clause: pdfa('6.7.3.3'),
    says: 'Structure elements say that they are such.',
    how: 'Each element has `/Type /StructElem`.',
    hint: REBUILD,
    *check(reading) {
      for (const element of reading.structure?.all ?? []) {
        const { dict } = element
        if (nameOf(dict.context, dict.get(names.Type)) === 'StructElem') continue
        yield {
          text: `A ${element.type} does not say that it is a structure element.`,
          ...reading.at(element),
        }
      }
    },
  },
  {
    id: 'element-parent',
    clause: pdf('14.7.2'),
    says: 'Each element hangs on exactly one parent, and names it.',
    how: '`/P` of each element is the element or root that lists it in `/K`; no element is listed twice.',
    hint: REBUILD,
    check: wrongParents,
  },
  {
    id: 'element-kid',
    clause: pdf('14.7.2'),
    says: 'Kids of an element are elements, marked content of a page, or objects.',
    how: 'Each item of `/K` is looked at; content must say its page or form.',
    hint: REBUILD,
    *check(reading) {
      for (const element of [...(reading.structure?.broken ?? []), ...reading.owners.lost]) {
        yield { text: `A ${element.type} has a kid that cannot be found.`, ...reading.at(element) }
      }
    },
  },
  {
    id: 'content-unlisted',
    clause: pdf('14.7.4.2'),
    says: 'Every piece of tagged content is in the structure tree.',
    how: 'Each MCID of a content stream is listed by an element for that page or form.',
    hint: REBUILD,
    *check({ structure, content, owners }) {
      if (!structure) return
      for (const [owner, marks] of content.marks) {
        for (const mark of marks.values()) {
          if (owners.content.get(owner)?.has(mark.mcid)) continue
          const near = mark.stretches.map(({ text }) => text).join(' ')
          yield {
            text: 'Tagged content is missing in the structure: it is not read.',
            page: mark.page + 1,
            near,
          }
        }
      }
    },
  },
  {
    id: 'content-missing',
    clause: pdf('14.7.4.2'),
    says: 'Every piece of content that the structure lists is there.',
    how: 'Each MCID that an element lists occurs in that page’s or form’s stream.',
    hint: REBUILD,
    *check(reading) {
      for (const [owner, numbers] of reading.owners.content) {
        for (const [mcid, [element]] of numbers) {
          if (!element || reading.content.marks.get(owner)?.has(mcid)) continue
          yield {
            text: `A ${element.type} lists content ${mcid}, which is not on the page.`,
            ...reading.at(element),
          }
        }
      }
    },
  },
  {
    id: 'content-shared',
    clause: pdf('14.7.4.2'),
    says: 'Every piece of content belongs to one element.',
    how: 'No MCID of a page or form is listed twice.',
    hint: REBUILD,
    *check(reading) {
      for (const numbers of reading.owners.content.values()) {
        for (const [, second] of numbers.values()) {
          if (second)
            yield { text: `A ${second.type} lists content that another element has.`, ...reading.at(second) }
        }
      }
    },
  },
  {
    id: 'parent-tree-content',
    clause: pdf('14.7.4.4'),
    says: 'From content to element the file says the same as from element to content.',
    how:
      'The parent tree’s entry for `/StructParents` of each page and form is compared, number by number, with the elements ' +
      'that list the content.',
    hint: REBUILD,
    check: wrongContentParents,
  },
  {
    id: 'parent-tree-object',
    clause: pdf('14.7.4.4'),
    says: 'From annotation to element the file says the same as from element to annotation.',
    how: 'The parent tree’s entry for `/StructParent` of each annotation is compared with the element that lists it.',
    hint: REBUILD,
    check: wrongObjectParents,
  },
  {
    id: 'element-id',
    clause: pdf('14.7.2'),
    says: 'Ids of elements are their own and can be looked up.',
    how: 'No two elements have the same `/ID`; the id tree of the root leads to the element of each id, and nowhere else.',
    hint: REBUILD,
    check: wrongIds,
  },
]

function* wrongParents(reading: Reading): Iterable<Finding> {
  const { structure } = reading
  if (!structure) return
  for (const element of structure.shared) {
    yield { text: `A ${element.type} hangs on two parents.`, ...reading.at(element) }
  }
  for (const element of structure.all) {
    const named = dictOf(element.dict.context, element.dict.get(names.P))
    if (named === (element.parent?.dict ?? structure.root)) continue
    yield { text: `A ${element.type} does not name the parent that it hangs on.`, ...reading.at(element) }
  }
}

function* wrongContentParents(reading: Reading): Iterable<Finding> {
  const { structure, owners, content, parents, file } = reading
  if (!structure) return
  const streams = new Set([
    ...owners.content.keys(),
    ...content.marks.keys(),
    ...reading.pages.map(({ ref }) => ref),
  ])
  for (const owner of streams) {
    const key = numberOf(file.context, dictOf(file.context, owner)?.get(names.StructParents))
    const listed = key === undefined ? undefined : resolve(file.context, parents.get(key))
    const slots = listed instanceof PDFArray ? listed : undefined
    const numbers = owners.content.get(owner)
    for (const [mcid, [element]] of numbers ?? []) {
      // Content that is not there, and content of two elements, is reported as such.
      if (!element || !content.marks.get(owner)?.has(mcid) || numbers?.get(mcid)?.[1]) continue
      if (elementAt(reading, slots, mcid) === element) continue
      yield {
        text: `The parent tree does not lead from content ${mcid} to its ${element.type}.`,
        ...reading.at(element),
      }
    }
    for (let mcid = 0; slots && mcid < slots.size(); mcid++) {
      const element = elementAt(reading, slots, mcid)
      if (element && !numbers?.has(mcid)) {
        yield {
          text: `The parent tree gives content ${mcid} to a ${element.type} that does not list it.`,
          ...reading.at(element),
        }
      }
    }
  }
}

function elementAt(
  { structure, file }: Reading,
  slots: PDFArray | undefined,
  index: number,
): Element | undefined {
  const dict = slots && index < slots.size() ? dictOf(file.context, slots.get(index)) : undefined
  return dict && structure?.byDict.get(dict)
}

function* wrongObjectParents(reading: Reading): Iterable<Finding> {
  const { structure, owners, parents, file } = reading
  if (!structure) return
  const used = new Set<number | undefined>()
  for (const { annotations } of reading.pages) {
    for (const { dict } of annotations) used.add(keyOf(dict))
  }
  for (const [ref, [element]] of owners.objects) {
    const object = dictOf(file.context, ref)
    if (!object || !element) continue
    const key = keyOf(object)
    used.add(key)
    if (key !== undefined && dictOf(file.context, parents.get(key)) === element.dict) continue
    yield {
      text: `The parent tree does not lead from an annotation to its ${element.type}.`,
      ...reading.at(element),
    }
  }
  for (const [key, value] of parents) {
    const found = resolve(file.context, value)
    const element = found instanceof PDFDict ? structure.byDict.get(found) : undefined
    // An element whose annotation has lost its key was reported above.
    if (!element || used.has(key) || (used.has(undefined) && listsUnkeyed(element))) continue
    yield { text: `The parent tree leads to a ${element.type} from nothing.`, ...reading.at(element) }
  }
}

function keyOf(object: PDFDict): number | undefined {
  return numberOf(object.context, object.get(names.StructParent))
}

function listsUnkeyed({ kids, dict }: Element): boolean {
  return kids.some((kid) => {
    const object = kid.kind === 'object' ? dictOf(dict.context, kid.object) : undefined
    return object !== undefined && keyOf(object) === undefined
  })
}

function* wrongIds(reading: Reading): Iterable<Finding> {
  const { structure, file } = reading
  if (!structure) return
  const byId = new Map<string, Element>()
  const tree = readNameTree(file.context, structure.root.get(names.IDTree))
  for (const element of structure.all) {
    const id = textOf(file.context, element.dict.get(names.ID))
    if (id === undefined) continue
    if (byId.has(id)) yield { text: `The id “${id}” is there twice.`, ...reading.at(element) }
    else if (dictOf(file.context, tree.get(id)) !== element.dict) {
      yield { text: `The id tree does not lead to the ${element.type} “${id}”.`, ...reading.at(element) }
    }
    byId.set(id, element)
  }
  for (const id of tree.keys())
    if (!byId.has(id)) yield { text: `The id tree holds “${id}”, which no element has.` }
}
