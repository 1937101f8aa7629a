// A text -> the parts that a translation follows one by one, each with its words and their hash.
import { createHash } from 'node:crypto'
import type { Heading, Parents, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import type { Position } from 'unist'
import { visit } from 'unist-util-visit'
import { conditionAttributes, labelOf, sectionBlocks } from './directive.js'
import type { Topic, TopicMeta } from './topic.js'

export type TranslatedText = Pick<Topic, 'source' | 'meta' | 'body'>

/** A part of a text: a key of the front matter, a section, or the warnings of a section. */
export interface TextSection {
  /** Names it in `translation-of`; the same as long as its heading is. */
  readonly id: string
  /** What it is: `front-matter`, `heading`, or the name of a block. */
  readonly kind: string
  /** Its heading or label, for people. */
  readonly name: string
  /** Whether harm is near when a translation has older words: warnings, when to get help, notices. */
  readonly safety: boolean
  /** As written, without blanks and lines that do not count. */
  readonly text: string
  readonly hash: string
  /** Of its heading or first block; undefined in the front matter. */
  readonly place: Position | undefined
  /** Who sees it, as far as its heading says so. */
  readonly conditions: string
}

/** Enough digits that a text and its next version do not share them by chance. */
const digits = 8

/** Longer ids are cut behind a word. */
const longestId = 40

/** Where the words stand that were taken for a part. */
interface Draft extends Omit<TextSection, 'text' | 'hash'> {
  readonly pieces: string[]
}

/** Blocks inside a section that are followed by themselves: a change there is worse than elsewhere. */
const ownParts: ReadonlySet<string> = new Set(['warning', 'get-help'])

const known = new WeakMap<TranslatedText, readonly TextSection[]>()

/** The parts in their order, those of the front matter first. */
export function textSections(text: TranslatedText): readonly TextSection[] {
  const before = known.get(text)
  if (before) return before
  const drafts: Draft[] = []
  readBlocks(text.body.children as RootContent[], '', { source: text.source, drafts, open: undefined })
  const ids = new Set<string>()
  const sections = [...frontMatterSections(text.meta), ...drafts].map((draft): TextSection => {
    const { pieces, ...rest } = draft
    const words = pieces.map(normal).filter((piece) => piece !== '')
    const whole = words.join('\n\n')
    let id = draft.id
    for (let number = 2; ids.has(id); number++) id = `${draft.id}-${number}`
    ids.add(id)
    return { ...rest, id, text: whole, hash: hashOf(whole) }
  })
  known.set(text, sections)
  return sections
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits)
}

function frontMatterSections({ title, summary, readers, notices, terms, sources }: TopicMeta): Draft[] {
  const perLevel = (value: typeof title) =>
    typeof value === 'string' ? [value] : Object.entries(value).map(([level, words]) => `${level}: ${words}`)
  // The day on which a source was read again changes nothing a translator has to follow.
  const ofSources = Object.entries(sources).map(
    ([id, { publisher, title: name, url }]) => `${id}: ${[publisher, name, url].join(' ')}`,
  )
  const parts: [string, readonly string[]][] = [
    ['title', perLevel(title)],
    ['summary', [summary]],
    ['readers', readers === undefined ? [] : perLevel(readers)],
    ['notices', notices],
    ['terms', Object.entries(terms).map(([term, meaning]) => `${term}: ${meaning}`)],
    ['sources', ofSources],
  ]
  return parts
    .filter(([, pieces]) => pieces.length > 0)
    .map(([id, pieces]) => ({
      id,
      kind: 'front-matter',
      name: id,
      safety: id === 'notices',
      pieces: [pieces.join('\n')],
      place: undefined,
      conditions: '',
    }))
}

interface Reading {
  readonly source: string
  readonly drafts: Draft[]
  /** The section that is being read; blocks that are sections by themselves end it. */
  open: Draft | undefined
}

/** @param outer conditions of the blocks around */
function readBlocks(nodes: readonly RootContent[], outer: string, reading: Reading): void {
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === 2) {
      const name = wordsOf(node)
      const conditions = `${outer}${conditionsIn(node)}`
      reading.open = draftOf(node, { id: slug(name), kind: 'heading', name, conditions })
      reading.open.pieces.push(outer, sliceOf(node, reading.source))
      reading.drafts.push(reading.open)
    } else if (node.type === 'containerDirective' && isSection(node)) readSectionBlock(node, outer, reading)
    else if (node.type === 'containerDirective' && holdsSections(node))
      readBlocks(node.children as RootContent[], `${outer}${node.name}${attributesOf(node)} `, reading)
    else addContent(node, outer, reading)
  }
}

/** Blocks of one kind that follow one another are one part: each is for another reader. */
function readSectionBlock(node: ContainerDirective, outer: string, reading: Reading): void {
  const kind = node.attributes?.emergency == null ? node.name : 'emergency'
  const last = reading.drafts.findLast((draft) => !draft.id.includes('/'))
  const draft =
    last?.kind === kind
      ? last
      : draftOf(node, { id: kind, kind, name: labelOf(node) || kind, conditions: '' })
  if (draft !== last) reading.drafts.push(draft)
  reading.open = draft
  addContent(node, outer, reading)
  reading.open = undefined
}

function addContent(node: RootContent, outer: string, reading: Reading): void {
  const { source, drafts } = reading
  if (!reading.open) {
    reading.open = draftOf(node, { id: 'untitled', kind: 'untitled', name: 'untitled', conditions: '' })
    drafts.push(reading.open)
  }
  const { open } = reading
  const own = ownPartsIn(node)
  for (const part of own) {
    const id = `${open.id}/${part.name}`
    const name = `${open.name}: ${labelOf(part) || part.name}`
    const known = drafts.find((draft) => draft.id === id && drafts.indexOf(draft) > drafts.indexOf(open))
    const draft = known ?? draftOf(part, { id, kind: part.name, name, conditions: '' })
    if (!known) drafts.push(draft)
    draft.pieces.push(outer, sliceOf(part, source))
  }
  open.pieces.push(outer, sliceOf(node, source, own))
}

function draftOf(
  node: RootContent,
  { id, kind, name, conditions }: Pick<Draft, 'id' | 'kind' | 'name' | 'conditions'>,
): Draft {
  const safety = ['warning', 'get-help', 'emergency'].includes(kind)
  return { id, kind, name, conditions, safety, pieces: [], place: node.position }
}

function isSection({ name }: ContainerDirective): boolean {
  return sectionBlocks.has(name) || name === 'main-message'
}

function holdsSections(node: ContainerDirective): boolean {
  return (node.children as RootContent[]).some(
    (child) =>
      (child.type === 'heading' && child.depth === 2) ||
      (child.type === 'containerDirective' && (isSection(child) || holdsSections(child))),
  )
}

/** Warnings and help inside a block; not the block itself when it is a section. */
function ownPartsIn(node: RootContent): ContainerDirective[] {
  const found: ContainerDirective[] = []
  visit(node as Parents, 'containerDirective', (child: ContainerDirective) => {
    if (!ownParts.has(child.name) || (child === node && isSection(child))) return undefined
    found.push(child)
    return 'skip'
  })
  return found
}

function sliceOf(node: RootContent, source: string, without: readonly ContainerDirective[] = []): string {
  const end = node.position?.end.offset ?? 0
  let at = node.position?.start.offset ?? 0
  let text = ''
  for (const { position } of without) {
    text += source.slice(at, position?.start.offset)
    at = position?.end.offset ?? at
  }
  return text + source.slice(at, end)
}

/** Line ends, blanks at the ends of lines, empty lines and silenced rules do not count. */
function normal(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^::ignore\[/.test(line))
    .join('\n')
}

function conditionsIn(heading: Heading): string {
  const found: string[] = []
  visit(heading, 'textDirective', (node) => {
    found.push(attributesOf(node))
  })
  return found.join('')
}

function attributesOf({ attributes }: Pick<ContainerDirective, 'attributes'>): string {
  const given = conditionAttributes.flatMap((key) =>
    attributes?.[key] == null ? [] : [`${key}=${attributes[key]}`],
  )
  return `{${given.join(' ')}}`
}

/** Words of a heading; those for different readers apart. */
function wordsOf({ children }: Heading): string {
  return children
    .map((node, index) =>
      node.type === 'textDirective' && children[index - 1]?.type === 'textDirective'
        ? ` / ${textOf(node)}`
        : textOf(node),
    )
    .join('')
}

function slug(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['section']
  let id = words[0] ?? ''
  for (const word of words.slice(1)) {
    if (id.length + word.length >= longestId) break
    id += `-${word}`
  }
  return id
}
