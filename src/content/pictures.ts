// Pictures a body names -> their bytes, or a fault: outside the folder, missing, broken, without words.
import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { Image, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFileMessage } from 'vfile-message'
import { readPicture } from '../media/picture.js'
import { fault } from '../model/message.js'
import type { Picture } from '../model/topic.js'

/** Larger files are not for print. */
const maxBytes = 8 * 1024 * 1024

export interface PicturesReading {
  readonly pictures: ReadonlyMap<string, Picture>
  readonly messages: readonly VFileMessage[]
}

/**
 * Reads every picture of a body.
 *
 * @param folder absolute folder of the topic; nothing outside it is read
 */
export async function readPictures(
  body: Root,
  folder: string,
  root: string,
  file: string,
): Promise<PicturesReading> {
  const pictures = new Map<string, Picture>()
  const messages: VFileMessage[] = []
  const images: Image[] = []
  visit(body, 'image', (node) => void images.push(node))
  for (const node of images) {
    const report = (rule: string, reason: string, hint: string) =>
      messages.push(fault({ rule, reason, hint, place: node, file }))
    if (node.data?.unknownAttribute !== undefined)
      report(
        'attribute-unknown',
        `A picture has no attribute \`${node.data.unknownAttribute}\`.`,
        'Known: `{decorative}`.',
      )
    if (!node.alt?.trim() && !node.data?.decorative)
      report(
        'picture-alt',
        'The picture has no words for people who cannot see it.',
        'Say in the brackets what it shows: `![…](…)`; or mark it `{decorative}`.',
      )
    if (pictures.has(node.url)) continue
    const found = await readOne(node.url, folder, root)
    if ('problem' in found) report(found.rule, found.problem, found.hint)
    else pictures.set(node.url, found)
  }
  return { pictures, messages }
}

async function readOne(
  url: string,
  folder: string,
  root: string,
): Promise<Picture | { rule: string; problem: string; hint: string }> {
  if (/^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i.test(url))
    return {
      rule: 'picture-outside',
      problem: `The picture \`${url}\` is not beside the topic.`,
      hint: 'Save it into the folder of the topic; nothing is fetched from a network.',
    }
  const name = decodeName(url)
  const wanted = name === undefined ? undefined : path.resolve(folder, name)
  if (name === undefined || wanted === undefined || !inside(folder, wanted) || name.includes('\\'))
    return {
      rule: 'picture-outside',
      problem: `The picture path \`${url}\` leads out of the folder of the topic.`,
      hint: 'Save the picture into the folder of the topic and write its name alone.',
    }
  const shown = path.relative(root, wanted)
  try {
    if (!inside(await realpath(folder), await realpath(wanted)))
      return {
        rule: 'picture-outside',
        problem: `The picture \`${url}\` is a link that leads out of the folder of the topic.`,
        hint: 'Save a copy of the picture into the folder of the topic.',
      }
    const bytes = await readFile(wanted)
    if (bytes.length > maxBytes)
      return {
        rule: 'picture-broken',
        problem: `The picture \`${url}\` is over 8 MB.`,
        hint: 'Scale it down; 300 pixels an inch are enough for print.',
      }
    const reading = readPicture(bytes)
    if ('problem' in reading)
      return {
        rule: 'picture-broken',
        problem: `The picture \`${url}\` ${reading.problem}.`,
        hint: reading.hint,
      }
    return { path: shown, ...reading }
  } catch {
    return {
      rule: 'picture-missing',
      problem: `There is no picture \`${url}\` beside the topic.`,
      hint: `It would be ${shown.split(path.sep).join('/')}. Check the name, capitals too.`,
    }
  }
}

function inside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative)
}

function decodeName(url: string): string | undefined {
  try {
    const name = decodeURIComponent(url)
    return name.includes('\0') || path.isAbsolute(name) ? undefined : name
  } catch {
    return undefined
  }
}
