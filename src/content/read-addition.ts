// A file that adds to a topic + that topic -> its parts, each with the section it goes to, and every remark, all at once.
import path from 'node:path'
import type { FootnoteDefinition, Node, Root, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { visit } from 'unist-util-visit'
import type { VFileMessage } from 'vfile-message'
import { type Addition, type Placement, placements, type Where } from '../model/addition.js'
import { labelOf, placementDirectives } from '../model/directive.js'
import { fault, isError } from '../model/message.js'
import type { Picture, Source, Topic } from '../model/topic.js'
import { readYaml } from '../yaml/checked-yaml.js'
import { parseMarkdown } from './markdown.js'
import { readPictures } from './pictures.js'
import { readText } from './read-text.js'
import { additionSchema } from './schema.js'
import { validateBody } from './validate-body.js'
import type { Vocabulary } from './vocabulary.js'

/** Where what an organization adds is. */
export interface AdditionFile {
  readonly organization: string
  /** Absolute path of the Markdown file. */
  readonly file: string
}

export interface AdditionReading {
  readonly addition: Addition | undefined
  /** Words and sources of its own. */
  readonly terms: Readonly<Record<string, string>>
  readonly sources: Readonly<Record<string, Source>>
  readonly pictures: ReadonlyMap<string, Picture>
  readonly messages: readonly VFileMessage[]
}

/** Reads and checks what an organization adds to a topic; it may use the topic's terms and sources. */
export async function readAddition(
  { organization, file }: AdditionFile,
  { meta }: Pick<Topic, 'meta'>,
  root: string,
  vocabulary: Vocabulary,
): Promise<AdditionReading> {
  const shown = path.relative(root, file).split(path.sep).join('/')
  const nothing = { addition: undefined, terms: {}, sources: {}, pictures: new Map<string, Picture>() }
  const text = await readText(file, shown)
  if (typeof text !== 'string') return { ...nothing, messages: [text] }
  const { frontMatter, body } = parseMarkdown(text)
  const yaml =
    frontMatter && readYaml(frontMatter.yaml, frontMatter.line, additionSchema, shown, 'front-matter')
  const { terms = {}, sources = {} } = yaml?.value ?? {}
  const referred = { terms: { ...meta.terms, ...terms }, sources: { ...meta.sources, ...sources } }
  const read = await readPictures(body, path.dirname(file), root, shown)
  const messages = [
    ...(yaml?.messages ?? []),
    ...validateBody(body, text, referred, vocabulary, shown, placementDirectives),
    ...checkPlaces(body, shown),
    ...read.messages,
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
  if (messages.some(isError)) return { ...nothing, messages }
  const pictures = makeOwn(body, organization, shown, read.pictures)
  const addition = {
    path: shown,
    source: text,
    body,
    placements: body.children.filter(isPlacement).map(toPlacement),
    footnotes: body.children.filter(isFootnote),
  }
  return { addition, terms, sources, pictures, messages }
}

/** At the top level stand containers that say where their words go, and they stand nowhere else. */
function checkPlaces(body: Root, file: string): VFileMessage[] {
  const messages: VFileMessage[] = []
  const report = (reason: string, hint: string, node: Node) =>
    messages.push(fault({ rule: 'addition-place', reason, hint, place: node, file }))
  for (const node of body.children) {
    if (isPlacement(node) || isFootnote(node) || node.type === 'html') continue
    if (node.type === 'definition' || (node.type === 'leafDirective' && node.name === 'ignore')) continue
    report(
      'It is not said where in the topic this goes.',
      'Put it into `::::before[Heading]`, `::::after[Heading]` or `::::instead[Heading]`, and `::::` behind it.',
      node,
    )
  }
  visit(body, 'containerDirective', (node: ContainerDirective, _index, parent) => {
    if (isPlacement(node) && parent !== body)
      report(`\`${node.name}\` stands inside another block.`, 'Let it stand alone.', node)
  })
  return messages
}

/** Names that the topic or another organization may use too become this file's own. */
function makeOwn(
  body: Root,
  organization: string,
  file: string,
  pictures: ReadonlyMap<string, Picture>,
): Map<string, Picture> {
  const own = new Map<string, Picture>()
  visit(body, (node) => {
    node.data = { ...node.data, file }
    if (node.type === 'footnoteDefinition' || node.type === 'footnoteReference')
      node.identifier = `${organization}-${node.identifier}`
    if (node.type !== 'image') return
    const picture = pictures.get(node.url)
    if (!picture) return
    node.url = picture.path
    own.set(picture.path, picture)
  })
  return own
}

function isPlacement(node: RootContent): node is ContainerDirective & { name: Where } {
  return node.type === 'containerDirective' && (placements as readonly string[]).includes(node.name)
}

function isFootnote(node: RootContent): node is FootnoteDefinition {
  return node.type === 'footnoteDefinition'
}

function toPlacement(node: ContainerDirective & { name: Where }): Placement {
  return { where: node.name, section: labelOf(node), node }
}
