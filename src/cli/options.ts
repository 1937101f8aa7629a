// Options that several commands share, and what they become.
import { Command, InvalidArgumentError, Option } from 'commander'
import type { Filters } from '../batch/plan.js'
import type { Flags } from '../config/load.js'

export interface CommonOptions {
  readonly root?: string
  readonly config?: string
  readonly out?: string
  readonly quiet?: boolean
  readonly color?: boolean
}

export interface FilterOptions {
  readonly organization: string[]
  readonly language: string[]
  readonly level: string[]
  readonly length: string[]
  readonly edition: string[]
}

/** A command with the options every command takes. */
export function command(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--root <dir>', 'folder with handout.yaml, content and templates')
    .option('--config <file>', 'configuration file')
    .option('--out <dir>', 'output folder')
    .option('--quiet', 'say only what is wrong')
    .addOption(new Option('--no-color', 'no colours'))
}

/** Adds the filters, each repeatable or separated by commas. */
export function withFilters(target: Command): Command {
  for (const [name, what] of [
    ['organization', 'organizations'],
    ['language', 'languages'],
    ['level', 'levels'],
    ['length', 'lengths'],
    ['edition', 'editions'],
  ] as const)
    target.option(`--${name} <ids>`, `only these ${what}`, collect, [])
  return target
}

export function filtersOf(topics: readonly string[], options: FilterOptions): Filters {
  return {
    topics,
    organizations: options.organization,
    languages: options.language,
    levels: options.level,
    lengths: options.length,
    editions: options.edition,
  }
}

export function flagsOf(options: CommonOptions, more: Partial<Flags> = {}): Flags {
  return { root: options.root, config: options.config, out: options.out, ...more }
}

/** Collects a repeatable, comma-separated option. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [
    ...before,
    ...value
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ]
}

export function wholeNumber(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('Give a whole number.')
  return Number(value)
}

export function positiveInteger(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError('Give a whole number from 1.')
  return Number(value)
}
