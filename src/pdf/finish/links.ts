// Links in; links that say where they lead out, and a fault for each that leads astray (ISO 14289-1, 7.18.5).
import type { PDFDict } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import { dictOf, itemsOf, nameOf, textOf } from '../../pdf-syntax/objects.js'
import type { Draft } from './draft.js'
import { addFault, shorten } from './faults.js'
import { collapse } from './page-text.js'
import { textString } from './strings.js'
import { type Annotation, type Element, eachElement } from './tree/element.js'
import { textOfElement } from './tree/text.js'

/** Addresses a reader of a handout can use; everything else runs code, opens files or needs the page's own address. */
const schemes = new Set(['http', 'https', 'mailto', 'tel', 'sms'])

/** A page that is printed from memory has such an address (RFC 2606); what is relative to it leads nowhere. */
const nowhere = /^https?:\/\/(?:[^/?#]*\.)?invalid(?:[/?#:]|$)/i

/** An address as visible text: reading it out letter by letter helps nobody. */
const address = /^(?:https?:\/\/|www\.)\S+$/i

/** Gives every link annotation the text of its link, and looks at where it leads. */
export function links(draft: Draft): void {
  const reached = new Set<PDFDict>()
  eachElement(draft.tree, (element) => {
    if (element.type !== 'Link') return
    const annotations = element.kids.filter((kid) => kid.kind === 'annotation')
    for (const annotation of annotations) {
      reached.add(annotation.dict)
      describe(draft, element, annotation)
    }
    checkTarget(draft, element, annotations[0]?.dict)
  })
  for (const [index, page] of draft.pages.entries()) {
    for (const item of itemsOf(draft.context, page.dict.get(names.Annots))) {
      const dict = dictOf(draft.context, item)
      if (dict && !reached.has(dict)) outside(draft, dict, index + 1)
    }
  }
}

function describe(draft: Draft, element: Element, { dict }: Annotation): void {
  const text = collapse(textOfElement(element))
  if (text !== '') dict.set(names.Contents, textString(spoken(draft, text)))
}

/** `https://example.org/a` becomes `Link to example.org/a`, in the language of the document. */
function spoken(draft: Draft, text: string): string {
  if (!address.test(text)) return text
  const bare = text.replace(/^https?:\/\//i, '').replace(/\/$/, '')
  return draft.info.linkTo?.replace('{address}', () => bare) ?? bare
}

function checkTarget(draft: Draft, element: Element, dict: PDFDict | undefined): void {
  const { context } = draft
  if (collapse(textOfElement(element)) === '') {
    addFault(draft, element, {
      rule: 'link-contents',
      clause: 'ISO 14289-1:2014 7.18.5',
      text: 'A link has no text.',
      hint: 'Give the link words that say where it leads.',
    })
  }
  const action = dictOf(context, dict?.get(names.A))
  const kind = nameOf(context, action?.get(names.S))
  if (kind === 'URI') {
    const uri = textOf(context, action?.get(names.URI)) ?? ''
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]?.toLowerCase()
    const relative = scheme === undefined || nowhere.test(uri)
    if (relative || !schemes.has(scheme)) {
      addFault(draft, element, {
        rule: 'link-address',
        text: relative
          ? `A link leads to a relative address: ${shorten(uri)}`
          : `A link leads to an address that does not belong into a handout: ${shorten(uri)}`,
        hint: 'Use an address that begins with https://, mailto: or tel:.',
      })
    }
  } else if (kind !== undefined && kind !== 'GoTo') {
    addFault(draft, element, {
      rule: 'action-forbidden',
      text: `A link does something else than to lead to an address (${kind}).`,
      hint: 'Use an address that begins with https://, mailto: or tel:.',
    })
  } else if (!dict || isBroken(draft, dict)) {
    addFault(draft, element, {
      rule: 'link-target',
      text: 'A link leads to a place that this handout does not have.',
      hint: 'Check the name after the # sign, or use an address that begins with https://.',
    })
  }
}

/** A named destination that the catalog does not know. */
function isBroken(draft: Draft, dict: PDFDict): boolean {
  const { context } = draft
  const target = dict.get(names.Dest)
  const name = nameOf(context, target)
  if (name === undefined) return false
  const known = dictOf(context, draft.catalog.get(names.Dests))
  return !known?.keys().some((key) => nameOf(context, key) === name)
}

/** An annotation that no element holds: a link in a picture, which Chromium cuts off from its text. */
function outside(draft: Draft, dict: PDFDict, page: number): void {
  if (nameOf(draft.context, dict.get(names.Subtype)) !== 'Link') return
  const action = dictOf(draft.context, dict.get(names.A))
  const uri = textOf(draft.context, action?.get(names.URI))
  draft.faults.push({
    rule: 'link-tag',
    clause: 'ISO 14289-1:2014 7.18.5',
    text: 'A link lies in a picture, where it cannot be read out.',
    hint: 'Put the link into the text next to the picture.',
    page,
    ...(uri ? { near: shorten(uri) } : {}),
  })
}
