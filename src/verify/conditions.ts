// The table of everything the verifier decides. Nothing but the table: each group has its file in `checks/`.
import { actionConditions } from './checks/actions.js'
import { alternativeConditions } from './checks/alternatives.js'
import { annotationConditions } from './checks/annotations.js'
import { catalogConditions } from './checks/catalog.js'
import { contentConditions } from './checks/content.js'
import { fileConditions } from './checks/file.js'
import { fontConditions } from './checks/fonts.js'
import { graphicsConditions } from './checks/graphics.js'
import { headingConditions } from './checks/headings.js'
import { listConditions } from './checks/lists.js'
import { metadataConditions } from './checks/metadata.js'
import { openingRequirements } from './checks/opening.js'
import { sizeConditions } from './checks/size.js'
import { tableConditions } from './checks/tables.js'
import { treeConditions } from './checks/tree.js'
import { typeConditions } from './checks/types.js'
import { wordConditions } from './checks/words.js'
import type { Condition, Requirement } from './condition.js'

/** Conditions in the order in which they are judged and reported, by group. */
export const conditionGroups: readonly {
  readonly title: string
  readonly conditions: readonly Condition[]
}[] = [
  { title: 'File', conditions: fileConditions },
  { title: 'Document', conditions: catalogConditions },
  { title: 'Metadata', conditions: metadataConditions },
  { title: 'Content', conditions: contentConditions },
  { title: 'Structure tree', conditions: treeConditions },
  { title: 'Structure types', conditions: typeConditions },
  { title: 'Headings', conditions: headingConditions },
  { title: 'Lists', conditions: listConditions },
  { title: 'Tables', conditions: tableConditions },
  { title: 'Alternatives', conditions: alternativeConditions },
  { title: 'Annotations and forms', conditions: annotationConditions },
  { title: 'Actions and links', conditions: actionConditions },
  { title: 'Fonts', conditions: fontConditions },
  { title: 'Colour and drawing', conditions: graphicsConditions },
  { title: 'Words', conditions: wordConditions },
  { title: 'Sizes', conditions: sizeConditions },
]

export const conditions: readonly Condition[] = conditionGroups.flatMap((group) => group.conditions)

/** What must hold before anything else can be judged, and all conditions. */
export const requirements: readonly Requirement[] = [...openingRequirements, ...conditions]
