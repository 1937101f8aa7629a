// Name and version of the tool, as they stand in every PDF and manifest; a test holds them to package.json.

export const toolName = 'handout-press'
export const toolVersion = '0.1.0'
/** As PDFs name their producer. */
export const producer = `Handout Press ${toolVersion}`
