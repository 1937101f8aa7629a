// handout list: topics, organizations, variants.
import { openLibrary } from '../../batch/library.js'
import { plan } from '../../batch/plan.js'
import { loadSettings, readSurroundings } from '../../config/load.js'
import { variantId } from '../../model/variant.js'
import {
  type CommonOptions,
  command,
  type FilterOptions,
  filtersOf,
  flagsOf,
  withFilters,
} from '../options.js'
import { Terminal } from '../terminal.js'

interface ListFlags extends CommonOptions, FilterOptions {
  readonly json?: boolean
  readonly variants?: boolean
}

export const listCommand = withFilters(command('list', 'topics, organizations, variants'))
  .argument('[topics...]', 'topics; * stands for any letters')
  .option('--json', 'as JSON')
  .option('--variants', 'every variant that would be made')
  .action(async (topics: string[], flags: ListFlags) => {
    const surroundings = readSurroundings()
    const settings = await loadSettings(flagsOf(flags), surroundings)
    const terminal = new Terminal({
      quiet: false,
      color: flags.color === false ? false : undefined,
      ci: true,
    })
    const library = await openLibrary(settings)
    const variants = plan(library.found, library.usable, settings, filtersOf(topics, flags))
    if (flags.variants) {
      const ids = variants.map((variant) => ({ id: variantId(variant), ...variant }))
      terminal.print(flags.json ? JSON.stringify(ids, null, 1) : ids.map((one) => one.id).join('\n'))
      return
    }
    const readings = await library.readTopics(() => true)
    const list = {
      topics: readings.map(({ id, language, path, topic }) => ({
        id,
        language,
        path,
        title: topic?.meta.title ?? null,
        review: topic?.meta.review ?? null,
      })),
      organizations: library.organizations.map(({ id, path, organization }) => ({
        id,
        path,
        name: organization?.name ?? null,
        languages: organization?.languages ?? [],
      })),
      variants: variants.length,
    }
    if (flags.json) return terminal.print(JSON.stringify(list, null, 1))
    const title = (value: unknown) =>
      value === null
        ? '(has faults)'
        : typeof value === 'string'
          ? value
          : Object.values(value as object).join(' / ')
    terminal.print(
      [
        'Topics',
        ...list.topics.map((topic) => `  ${topic.id} (${topic.language})  ${title(topic.title)}`),
        'Organizations',
        ...list.organizations.map((one) => `  ${one.id} (${one.languages.join(', ')})  ${title(one.name)}`),
        `${list.variants} variants`,
      ].join('\n'),
    )
  })
