// The templates folder + an organization + a language -> its theme: labels, styles, filled templates, notices, fonts.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { hasTypeface, typefaceNames } from '../media/fonts.js'
import type { Labels } from '../model/labels.js'
import { fault } from '../model/message.js'
import type { Organization } from '../model/organization.js'
import { didYouMean } from '../model/suggest.js'
import { compileTemplates, type Fill, type FillPart, type TemplateText } from './handlebars.js'
import { type LabelFile, readLabels } from './labels.js'
import { layerFolders } from './layer-folders.js'
import { namesIn } from './names-in.js'
import type { OrganizationReading } from './organizations.js'

/** Origin of everything a page may load; nothing of it exists outside the memory of the tool. */
export const origin = 'https://handout.invalid/'

export interface Notice {
  readonly id: string
  /** Path relative to the root. */
  readonly path: string
  readonly text: string
}

export interface StyleSheet {
  readonly path: string
  readonly text: string
}

export interface Theme {
  readonly organization: Organization
  readonly language: string
  readonly labels: Labels
  readonly fill: Fill
  readonly fillPart: FillPart
  /** In the order of the cascade. */
  readonly styles: readonly StyleSheet[]
  /** Label files in use, nearest first; these and the templates are there to find the place of a fault in. */
  readonly labelFiles: readonly LabelFile[]
  /** Templates and partials in use. */
  readonly templates: readonly TemplateText[]
  /** The notice of an id in this language, or undefined. */
  readonly notice: (id: string) => Notice | undefined
}

export interface ThemeReading {
  readonly theme: Theme | undefined
  readonly messages: readonly VFileMessage[]
}

type Files = ReadonlyMap<string, { readonly path: string; readonly text: string }>

/**
 * Reads the theme of an organization in a language. Files of the organization win over those it inherits from,
 * and these over the common ones, each by its name.
 *
 * @param templates absolute path of the templates folder
 * @param placeOf where the keys of the organization stand
 */
export async function readTheme(
  organization: Organization,
  language: string,
  templates: string,
  root: string,
  placeOf?: OrganizationReading['placeOf'],
): Promise<ThemeReading> {
  const folders = layerFolders(organization.chain, templates)
  const layers = await Promise.all(folders.map((folder) => readLayer(folder, language, root)))
  const messages: VFileMessage[] = []

  const labelFiles = layers.flatMap((layer) => layer.labels ?? [])
  const read = readLabels(language, labelFiles)
  messages.push(...read.messages)

  const templateOf = (file: { path: string; text: string }, name: string): TemplateText => ({ name, ...file })
  const partials = new Map<string, TemplateText>()
  for (const layer of [...layers].reverse())
    for (const [name, file] of layer.partials) partials.set(name, templateOf(file, name))
  const main = layers.find((layer) => layer.main)?.main
  if (!main)
    messages.push(
      fault({
        rule: 'template-missing',
        reason: 'There is no templates/handout.hbs.',
        hint: 'Copy it from the sample library.',
        place: { line: 1, column: 1 },
        file: 'templates/handout.hbs',
      }),
    )
  const compiled = main && read.labels && compileTemplates(templateOf(main, 'handout'), partials, read.labels)
  messages.push(...(compiled?.messages ?? []))

  for (const key of ['body', 'heading'] as const) {
    const name = organization.fonts[key]
    if (hasTypeface(name)) continue
    const { file, place } = placeOf?.(['fonts', key]) ?? {
      file: organization.path,
      place: { line: 1, column: 1 },
    }
    const reason = `There is no font \`${name}\`.`
    messages.push(
      fault({ rule: 'font-unknown', reason, hint: didYouMean(name, typefaceNames()), place, file }),
    )
  }

  if (!read.labels || !compiled?.fill || messages.length > 0) return { theme: undefined, messages }
  const styles = stylesOf(layers)
  const theme: Theme = {
    organization,
    language,
    labels: read.labels,
    fill: compiled.fill,
    fillPart: compiled.fillPart,
    styles,
    labelFiles,
    templates: [...(main ? [templateOf(main, 'handout')] : []), ...partials.values()],
    notice: (id) => {
      const file = layers.map((layer) => layer.notices.get(id)).find((one) => one !== undefined)
      return file && { id, ...file }
    },
  }
  return { theme, messages }
}

/** Named sheets in the order of their names, each from the nearest that has it; then every `styles.css`, the nearest last. */
function stylesOf(layers: readonly Layer[]): StyleSheet[] {
  const farthestFirst = [...layers].reverse()
  const named = new Map(farthestFirst.flatMap((layer) => [...layer.styles]))
  const sorted = [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sheet]) => sheet)
  return [...sorted, ...farthestFirst.flatMap(({ ownStyles }) => ownStyles ?? [])]
}

interface Layer {
  readonly main: { path: string; text: string } | undefined
  readonly partials: Files
  readonly styles: Files
  readonly ownStyles: StyleSheet | undefined
  readonly notices: Files
  readonly labels: { path: string; text: string } | undefined
}

const layerCache = new Map<string, Promise<Layer>>()

/** Forgets what was read, for a tool that goes on running while files change. */
export function forgetThemes(): void {
  layerCache.clear()
}

function readLayer(folder: string, language: string, root: string): Promise<Layer> {
  const key = `${folder}\0${language}`
  const known = layerCache.get(key)
  if (known) return known
  const layer = readLayerFiles(folder, language, root)
  layerCache.set(key, layer)
  return layer
}

async function readLayerFiles(folder: string, language: string, root: string): Promise<Layer> {
  const read = async (...names: string[]) => {
    const file = path.join(folder, ...names)
    const text = await readFile(file, 'utf8').catch(() => undefined)
    return text === undefined
      ? undefined
      : { path: path.relative(root, file).split(path.sep).join('/'), text }
  }
  const all = async (names: string[], toPath: (name: string) => string[]) => {
    const files = await Promise.all(names.map(async (name) => [name, await read(...toPath(name))] as const))
    return new Map(files.flatMap(([name, file]) => (file ? [[name, file] as const] : [])))
  }
  const withEnding = async (sub: string, ending: string) =>
    (await namesIn(path.join(folder, sub)))
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
  return {
    main: await read('handout.hbs'),
    partials: await all(await withEnding('partials', '.hbs'), (name) => ['partials', `${name}.hbs`]),
    styles: await all(await withEnding('styles', '.css'), (name) => ['styles', `${name}.css`]),
    ownStyles: await read('styles.css'),
    notices: await all(await namesIn(path.join(folder, 'notices')), (name) => [
      'notices',
      name,
      `${language}.md`,
    ]),
    labels: await read('labels', `${language}.yaml`),
  }
}
