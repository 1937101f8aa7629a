// Structure types of ISO 32000-1, 14.8.4, and the way from a type as written to a standard one.

/** Types that an assistive reader knows without a role map. */
export const standardTypes: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private ' +
    'P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot ' +
    'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
)

/** Types within a line: they do not begin a new one. */
const inlineTypes: ReadonlySet<string> = new Set(
  'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP'.split(' '),
)

/** Whether an element stands within a line of its parent. An unknown type counts as a block. */
export function isInline(role: string): boolean {
  return inlineTypes.has(role)
}

/** Level of a numbered heading, 1 to 6; undefined for everything else. */
export function headingLevel(role: string): number | undefined {
  return role.length === 2 && role[0] === 'H' && role >= 'H1' && role <= 'H6' ? Number(role[1]) : undefined
}

export interface Role {
  /** The standard type, or the last type that was found. */
  readonly role: string
  readonly standard: boolean
  readonly circular: boolean
}

/** Follows the role map until a standard type is reached. */
export function roleOf(type: string, roleMap: ReadonlyMap<string, string>): Role {
  const seen = new Set<string>()
  let role = type
  while (!standardTypes.has(role)) {
    if (seen.has(role)) return { role, standard: false, circular: true }
    seen.add(role)
    const next = roleMap.get(role)
    if (next === undefined) return { role, standard: false, circular: false }
    role = next
  }
  return { role, standard: true, circular: false }
}
