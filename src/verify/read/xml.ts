// XML text in, its elements with resolved namespaces out; anything not well-formed throws. No DOCTYPE, so no entities of one's own.

export interface XmlElement {
  readonly prefix: string
  readonly name: string
  readonly namespace: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlElement[]
  /** Own text, kids' text left out. */
  readonly text: string
}

interface XmlAttribute {
  readonly prefix: string
  readonly name: string
  readonly namespace: string
  readonly value: string
}

/** Text that is not well-formed XML. */
export class XmlError extends Error {
  override readonly name = 'XmlError'
}

interface Open extends XmlElement {
  readonly qualified: string
  readonly children: XmlElement[]
  readonly scope: ReadonlyMap<string, string>
  text: string
}

const MAX_DEPTH = 50

const token =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y

const attribute = /([^\s=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

const namedEntities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Reads one root element. */
export function readXml(source: string): XmlElement {
  const open: Open[] = []
  let root: XmlElement | undefined
  token.lastIndex = 0
  while (token.lastIndex < source.length) {
    const match = token.exec(source)
    if (!match) throw new XmlError('a tag is broken')
    const [all, cdata, closing, opening, attributes, empty] = match
    const top = open.at(-1)
    if (opening !== undefined) {
      if (!top && root) throw new XmlError('there is more than one root')
      if (open.length === MAX_DEPTH) throw new XmlError('it is nested too deeply')
      const element = start(opening, attributes ?? '', top)
      if (top) top.children.push(element)
      else root = element
      if (empty !== '/') open.push(element)
    } else if (closing !== undefined) {
      if (top?.qualified !== closing) throw new XmlError(`</${closing}> closes nothing`)
      open.pop()
    } else if (cdata !== undefined) {
      if (top) top.text += cdata
    } else if (!all.startsWith('<')) {
      const text = decode(all)
      if (top) top.text += text
      else if (text.replaceAll('\ufeff', '').trim() !== '')
        throw new XmlError('there is text outside the root')
    }
  }
  if (open.length > 0 || !root) throw new XmlError('an element is not closed')
  return root
}

function start(qualified: string, source: string, parent: Open | undefined): Open {
  const raw = new Map<string, string>()
  const scope = new Map(parent?.scope)
  for (const [, key = '', double, single] of source.matchAll(attribute)) {
    const value = decode(double ?? single ?? '')
    if (raw.has(key)) throw new XmlError(`${key} is there twice`)
    raw.set(key, value)
    if (key === 'xmlns') scope.set('', value)
    else if (key.startsWith('xmlns:')) scope.set(key.slice(6), value)
  }
  const resolved = (name: string, isAttribute: boolean): XmlAttribute => {
    const colon = name.indexOf(':')
    const prefix = colon < 0 ? '' : name.slice(0, colon)
    const namespace = colon < 0 && isAttribute ? '' : scope.get(prefix)
    if (namespace === undefined && prefix !== '' && prefix !== 'xml')
      throw new XmlError(`${prefix}: has no namespace`)
    return { prefix, name: name.slice(colon + 1), namespace: namespace ?? '', value: '' }
  }
  const attributes = [...raw]
    .filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
    .map(([key, value]) => ({ ...resolved(key, true), value }))
  const { prefix, name, namespace } = resolved(qualified, false)
  return { qualified, prefix, name, namespace, attributes, children: [], scope, text: '' }
}

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;\s&]*);?/g, (all, name: string) => {
    const named = namedEntities.get(name)
    if (named !== undefined && all.endsWith(';')) return named
    const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name)
    const code = digits ? Number.parseInt(digits[1] ?? digits[2] ?? '', digits[1] ? 16 : 10) : -1
    if (!all.endsWith(';') || code <= 0 || code > 0x10ffff) throw new XmlError(`${all} is no entity`)
    return String.fromCodePoint(code)
  })
}
