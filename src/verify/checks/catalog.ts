// Conditions about the catalog and the pages: tagged, language, title bar, tab order, nothing hidden.
import type { PDFDict, PDFObject } from '@cantoo/pdf-lib'
import { names } from '../../pdf-syntax/names.js'
import { boolOf, dictOf, itemsOf, nameOf, textOf } from '../../pdf-syntax/objects.js'
import { type Condition, type Finding, pdfa, ua } from '../condition.js'
import { isLanguageTag } from '../read/language-tag.js'
import type { Reading } from '../read/reading.js'

export const catalogConditions: readonly Condition[] = [
  {
    id: 'marked',
    clause: ua('6.2'),
    says: 'The file declares itself tagged.',
    how: '`/MarkInfo` of the catalog has `/Marked true`.',
    hint: 'Print with tags.',
    *check({ file: { context, catalog } }) {
      const info = dictOf(context, catalog.get(names.MarkInfo))
      if (boolOf(context, info?.get(names.Marked)) !== true)
        yield { text: 'The PDF does not say that it is tagged.' }
    },
  },
  {
    id: 'suspects',
    clause: ua('7.1'),
    checkpoint: '01-007',
    says: 'No tag is under suspicion.',
    how: '`/MarkInfo` of the catalog has no `/Suspects true`.',
    hint: 'Check the tags by hand, then set `/Suspects` to false.',
    *check({ file: { context, catalog } }) {
      const info = dictOf(context, catalog.get(names.MarkInfo))
      if (boolOf(context, info?.get(names.Suspects)) === true)
        yield { text: 'The PDF says that its tags are suspect.' }
    },
  },
  {
    id: 'structure-missing',
    clause: ua('7.1'),
    says: 'The file has a structure tree.',
    how: 'The catalog has a `/StructTreeRoot` with at least one element.',
    hint: 'Print with tags.',
    *check({ structure }) {
      if (!structure || structure.all.length === 0)
        yield { text: 'The PDF has no structure tree: it is not tagged.' }
    },
  },
  {
    id: 'title-bar',
    clause: ua('7.1'),
    checkpoint: '07-001, 07-002',
    says: 'Windows show the title, not the file name.',
    how: '`/ViewerPreferences` of the catalog has `/DisplayDocTitle true`.',
    hint: 'Give the page a title before it is printed.',
    *check({ file: { context, catalog } }) {
      const preferences = dictOf(context, catalog.get(names.ViewerPreferences))
      if (boolOf(context, preferences?.get(names.DisplayDocTitle)) !== true) {
        yield { text: 'The window would show the name of the file instead of the title.' }
      }
    },
  },
  {
    id: 'language-missing',
    clause: ua('7.2'),
    checkpoint: '11-001 to 11-006',
    says: 'The language of the whole is declared.',
    how: 'The catalog has a `/Lang` that is not empty.',
    hint: 'Set `lang` on the html element.',
    *check({ file: { context, catalog } }) {
      if (!textOf(context, catalog.get(names.Lang)))
        yield { text: 'The PDF does not say which language it is in.' }
    },
  },
  {
    id: 'language-invalid',
    clause: ua('7.2'),
    says: 'Every declared language is a language tag.',
    how: '`/Lang` of the catalog, of all elements and of marked content is compared with the form of RFC 3066.',
    hint: 'Use a tag such as `en` or `es-US`.',
    check: invalidLanguages,
  },
  {
    id: 'tab-order',
    clause: ua('7.18.3'),
    checkpoint: '28-008, 28-009',
    says: 'The tab key follows the structure.',
    how: 'Every page with annotations has `/Tabs /S`.',
    hint: 'Finish the PDF with this tool.',
    *check({ file: { context }, pages }) {
      for (const page of pages) {
        if (page.annotations.length === 0 || nameOf(context, page.dict.get(names.Tabs)) === 'S') continue
        yield { text: 'The tab key would not follow the reading order.', page: page.index + 1 }
      }
    },
  },
  {
    id: 'optional-content',
    clause: ua('7.10'),
    checkpoint: '20-001 to 20-003',
    says: 'Layers have a name and do not switch themselves.',
    how: 'Each configuration in `/OCProperties` has a `/Name` and no `/AS`.',
    hint: 'Print without layers.',
    *check({ file: { context, catalog } }) {
      const properties = dictOf(context, catalog.get(names.OCProperties))
      if (!properties) return
      for (const item of [properties.get(names.D), ...itemsOf(context, properties.get(names.Configs))]) {
        const config = dictOf(context, item)
        if (!config) continue
        if (!textOf(context, config.get(names.Name))) yield { text: 'A set of layers has no name.' }
        if (config.has(names.AS)) yield { text: 'A set of layers switches itself.' }
      }
    },
  },
  {
    id: 'catalog-forbidden',
    clause: pdfa('6.4.2, 6.10, 6.11'),
    says: 'The file shows the same everywhere: no alternate presentations, steps, requirements or dynamic forms.',
    how:
      'The catalog has no `/Requirements`, no `/NeedsRendering true` and no `/AlternatePresentations` among its names; ' +
      'pages have no `/PresSteps`.',
    hint: 'Remove the entry.',
    *check({ file: { context, catalog }, pages }) {
      if (catalog.has(names.Requirements)) yield { text: 'The PDF makes requirements of the reader.' }
      if (boolOf(context, catalog.get(names.NeedsRendering))) yield { text: 'The PDF is a dynamic form.' }
      if (dictOf(context, catalog.get(names.Names))?.has(names.AlternatePresentations)) {
        yield { text: 'The PDF holds alternate presentations.' }
      }
      for (const page of pages) {
        if (page.dict.has(names.PresSteps))
          yield { text: 'The page is shown in steps.', page: page.index + 1 }
      }
    },
  },
  {
    id: 'resources-inherited',
    clause: pdfa('6.2.2'),
    says: 'Each page carries its resources itself.',
    how: 'Every page dictionary has `/Resources` of its own.',
    hint: 'Write the file again with this tool.',
    *check({ pages }) {
      for (const page of pages) {
        if (!page.ownResources)
          yield { text: 'The page takes its resources from elsewhere.', page: page.index + 1 }
      }
    },
  },
]

function* invalidLanguages(reading: Reading): Iterable<Finding> {
  const { file, structure, content } = reading
  const wrong = (value: string): string => `“${value}” is no language tag.`
  const bad = (dict: PDFDict, key: PDFObject | undefined): string | undefined => {
    const value = textOf(dict.context, key)
    return value && !isLanguageTag(value) ? value : undefined
  }
  const whole = bad(file.catalog, file.catalog.get(names.Lang))
  if (whole !== undefined) yield { text: wrong(whole) }
  for (const element of structure?.all ?? []) {
    if (!element.dict.has(names.Lang)) continue
    const value = bad(element.dict, element.dict.get(names.Lang))
    if (value !== undefined) yield { text: wrong(value), ...reading.at(element) }
  }
  for (const { value, page } of content.languages) {
    if (value !== '' && !isLanguageTag(value)) yield { text: wrong(value), page: page + 1 }
  }
}
