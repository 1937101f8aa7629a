// The world as it is handed in: environment, platform, home, clock. Only `config/load` reads the real one.

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly arch: string
  /** Folder for caches of this user. */
  readonly cacheFolder: string
  readonly home: string
  readonly isRoot: boolean
}
