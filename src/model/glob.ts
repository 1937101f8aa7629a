// A name and a pattern -> whether they fit; `*` stands for any letters.

/** Whether a name fits a pattern. */
export function fitsGlob(name: string, pattern: string): boolean {
  const escaped = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${escaped.join('.*')}$`).test(name)
}
