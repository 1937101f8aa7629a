// The default settings, and the surroundings of no machine in particular.
import { loadSettings } from '../../src/config/load.js'
import type { Settings } from '../../src/model/settings.js'
import type { Surroundings } from '../../src/model/tools.js'
import { repository } from './library.js'

/** A Linux machine with nothing on it. */
export const bareSurroundings: Surroundings = {
  env: {},
  platform: 'linux',
  arch: 'x64',
  cacheFolder: '/nowhere/cache',
  home: '/nowhere',
  isRoot: false,
}

/** Every default. */
export function defaultSettings(root: string = repository): Promise<Settings> {
  return loadSettings({ root, config: undefined }, bareSurroundings)
}

/** The words a body may use, with two organizations. */
export const vocabulary = {
  levels: ['easy', 'everyday', 'detailed'],
  lengths: ['short', 'medium', 'long'],
  editions: ['standard', 'large-print'],
  organizations: ['clinic', 'network'],
  topics: ['hands', 'feet'],
  notices: ['general', 'emergency'],
}
