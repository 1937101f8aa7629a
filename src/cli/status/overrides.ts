// What organizations override -> lines for people, plain objects for programs, and whether an original has changed since.
import type { OrganizationOverrides } from '../../batch/overrides.js'
import { sideBySide } from '../../report/side-by-side.js'
import { visibleLines } from '../../report/visible.js'
import { type Override, stateOf } from '../../template/overrides/read.js'

/** Texts beside one another where an original has changed; a line for an organization that never adopted some. */
export function overrideLines({ organization, overrides }: OrganizationOverrides, width: number): string[] {
  const fresh = overrides.filter((one) => stateOf(one) === 'new')
  const stale = overrides.filter((one) => stateOf(one) === 'stale')
  const current = overrides.length - fresh.length - stale.length
  if (overrides.length === 0) return []
  return [
    `templates/organizations/${organization}  ${current} of ${overrides.length} overrides follow their originals`,
    ...fresh.map(({ file, of }) => `  new      ${file} overrides ${of}`),
    ...(fresh.length > 0 ? [`           Compare them, then run handout adopt ${organization}`] : []),
    ...stale.flatMap((one) => staleLines(one, width)),
  ]
}

function staleLines({ organization, file, of, own, now, adopted }: Override, width: number): string[] {
  const changed = of === undefined ? `${adopted?.of} is there no more` : `${of} has changed`
  const head = `  changed  ${file}: ${changed} since`
  const then = adopted?.text === undefined ? '(the text as it was is not kept in handout.lock)' : adopted.text
  const table = sideBySide(
    [
      { title: 'original then', text: visible(then) },
      { title: 'original now', text: visible(now ?? '') },
      { title: 'your own', text: visible(own) },
    ],
    width - 2,
  )
  return [
    head,
    ...table.map((line) => `  ${line}`),
    `           Change yours where it should change, then run handout adopt ${organization} --file ${file}`,
  ]
}

/** Without signs that a terminal would take for its own. */
function visible(text: string): string {
  return visibleLines(text).join('\n')
}

export function hasStale({ overrides }: OrganizationOverrides): boolean {
  return overrides.some((one) => stateOf(one) === 'stale')
}

/** For programs. */
export function plainOverride(override: Override): object {
  const { organization, file, path, of, own, now, adopted } = override
  return {
    organization,
    file,
    path,
    of: of ?? null,
    state: stateOf(override),
    was: adopted?.text ?? null,
    now: now ?? null,
    own,
  }
}
