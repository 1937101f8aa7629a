// What every reporter is given besides the messages: colours, the texts at hand, where files stand, what rules say.

/** The few colours used; identities where there are none. */
export interface Colors {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly blue: (text: string) => string
}

/** What is known of a rule, for reports that explain. */
export interface RuleHelp {
  readonly id: string
  /** What must hold, in one sentence. */
  readonly title: string
  /** Why, and what to do. */
  readonly help: string
  /** Page about it, relative to the package, with `/`. */
  readonly page?: string
}

export interface ReportContext {
  readonly colors: Colors
  /** Text of a file that a message names, when it is at hand. */
  readonly source: (file: string) => string | undefined
  /** Path of such a file as the reader of the report knows it, with `/`. */
  readonly path: (file: string) => string
  readonly rule: (id: string) => RuleHelp | undefined
}

const same = (text: string) => text

/** No colours, no texts, paths as they are. */
export const plainContext: ReportContext = {
  colors: { bold: same, dim: same, red: same, yellow: same, blue: same },
  source: () => undefined,
  path: same,
  rule: () => undefined,
}
