// A composed handout -> its parts by the names people know them by, each with a short hash: what a rebuild is explained with.
import { createHash } from 'node:crypto'
import type { Topic } from '../model/topic.js'
import { toolBuild, toolVersion } from '../model/version.js'
import type { Composed } from '../pipeline/compose.js'
import { noticesOf } from '../pipeline/notices.js'
import { pictureAddress } from '../template/page.js'
import type { Theme } from '../template/theme.js'
import { assetHashes, hashOfBytes } from './fingerprint.js'

/** Name of a part -> its hash. */
export type Parts = Readonly<Record<string, string>>

/** Long enough that two texts one after the other never share it by chance. */
const digits = 8

const themes = new WeakMap<Theme, Parts>()

/** Every part of a handout that can change it. */
export function partsOf(composed: Composed, topic: Topic, theme: Theme, browser: string): Parts {
  const { job, info, content, beside } = composed
  return {
    ...wordParts(content, topic.path),
    ...pictureParts(composed, topic),
    ...noticeParts(topic, theme),
    ...themeParts(theme),
    ...(beside
      ? {
          ...wordParts(beside.content, beside.topic.path),
          ...pictureParts(composed, beside.topic),
          ...noticeParts(beside.topic, beside.theme),
          ...themeParts(beside.theme),
        }
      : {}),
    'what the file says of itself': short([info.subject, info.keywords, info.date]),
    ...Object.fromEntries(
      assetHashes(job)
        .filter(([address]) => address.includes('/fonts/'))
        .map(([address, hash]) => [`font ${address.slice(address.lastIndexOf('/') + 1)}`, short(hash)]),
    ),
    'settings: paper, type and pages': short([job.area, job.type, job.maxPages]),
    'version of the tool': short([toolVersion, toolBuild]),
    'version of the browser': short(browser),
    // What only the filled page shows; named last, so that it is told only where nothing else is.
    page: short(job.html),
  }
}

/** What the author wrote, as selected: a change for another level is none here. */
function wordParts(content: Composed['content'], path: string): Parts {
  const named = (name: string) => `${path}: ${name}`
  return {
    [named('title')]: short(content.title),
    [named('summary')]: short(content.summary),
    [named('readers')]: short([content.readers, content.audience]),
    [named('minutes to read')]: short(content.minutes),
    [named('main message')]: short([content.mainLabel, content.mainMessage]),
    ...sectionParts(content.sections, path),
    [named('word list')]: short(content.wordList),
    [named('sources')]: short(content.sources),
    [named('review')]: short(content.review),
  }
}

/** Sections by their heading. */
function sectionParts(html: string, path: string): Parts {
  const parts: Record<string, string> = {}
  for (const [index, section] of html.split(/(?=<section\b)/).entries()) {
    const heading = /<h2\b[^>]*>(.*?)<\/h2>/s
      .exec(section)?.[1]
      ?.replace(/<[^>]*>/g, '')
      .trim()
    parts[`${path}: ${heading ? `“${heading}”` : `section ${index + 1}`}`] = short(section)
  }
  return parts
}

function pictureParts({ job }: Composed, topic: Topic): Parts {
  const used = [...topic.pictures.values()].filter((picture) => job.html.includes(pictureAddress(picture)))
  return Object.fromEntries(used.map((picture) => [picture.path, short(hashOfBytes(picture.bytes))]))
}

function noticeParts(topic: Topic, theme: Theme): Parts {
  return Object.fromEntries(noticesOf(topic, theme).notices.map(({ path, text }) => [path, short(text)]))
}

function themeParts(theme: Theme): Parts {
  const known = themes.get(theme)
  if (known) return known
  const { logo, ...organization } = theme.organization
  const parts = {
    [organization.path]: short([organization, logo?.alt]),
    ...(logo ? { [logo.picture.path]: short(hashOfBytes(logo.picture.bytes)) } : {}),
    ...Object.fromEntries([...theme.templates, ...theme.styles].map(({ path, text }) => [path, short(text)])),
    [`labels for ${theme.language}`]: short(theme.labels),
  }
  themes.set(theme, parts)
  return parts
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return createHash('sha256').update(text).digest('base64url').slice(0, digits)
}
