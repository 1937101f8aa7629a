// Parts of a handout before and now -> the words that say why it is made.
import type { Parts } from './parts.js'

/** Told only where no other part has changed: everything changes it. */
const page = 'page'

/** Names of what changed, was added or is gone. */
export function changedParts(before: Parts, now: Parts): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])]
  const changed = names.flatMap((name) => {
    if (before[name] === now[name] || name === page) return []
    return [before[name] === undefined ? `${name} (new)` : now[name] === undefined ? `${name} (gone)` : name]
  })
  return changed.length > 0
    ? changed
    : before[page] === now[page]
      ? []
      : ['the page as filled by the templates']
}
