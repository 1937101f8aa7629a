// Name and version of the tool, as they stand in every PDF and manifest; a test holds them to package.json.

export const toolName = 'handout-press'
export const toolVersion = '0.1.0'
/** As PDFs name their producer. */
export const producer = `Handout Press ${toolVersion}`

declare const HANDOUT_BUILD: string | undefined

/** Hash of the source the command was bundled from, so that no work of other code is taken for its own. */
export const toolBuild: string = typeof HANDOUT_BUILD === 'undefined' ? 'source' : HANDOUT_BUILD
