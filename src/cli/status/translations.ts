// How far translations follow their sources -> lines for people, plain objects for programs, and whether one is dangerous.
import type { StalePart, TranslationState } from '../../batch/translations/states.js'

const words: Readonly<Record<StalePart['change'], string>> = {
  changed: 'changed',
  added: 'is new',
  gone: 'was taken out of the source',
  missing: 'is missing in the translation',
  extra: 'has no counterpart in the source',
}

/** The translation, and under it each part that does not follow. */
export function translationLines({ topic, language, path, of, binding, stale }: TranslationState): string[] {
  if (binding === 'missing') return [`${path}  translates ${of}.md, which cannot be read`]
  if (binding === 'unbound')
    return [
      `${path}  does not say which words of ${of}.md it translates; run handout status --translated ${topic}/${language}`,
    ]
  if (stale.length === 0) return [`${path}  follows ${of}.md`]
  return [
    `${path}  ${stale.length === 1 ? '1 part does' : `${stale.length} parts do`} not follow ${of}.md`,
    ...stale.flatMap(({ name, change, severity, difference }) => [
      `  ${severity === 'error' ? 'error  ' : 'warning'} “${name}” ${words[change]}`,
      ...(difference !== undefined
        ? [`          ${difference}`]
        : change === 'extra'
          ? []
          : ['          (the earlier words are not in the history of the file)']),
    ]),
  ]
}

/** A stale warning, or no source. */
export function isDangerous({ binding, stale }: TranslationState): boolean {
  return binding === 'missing' || stale.some(({ severity }) => severity === 'error')
}

/** For programs. */
export function plainTranslation({ of, binding, stale }: TranslationState): object {
  return {
    of,
    binding,
    stale: stale.map(({ difference, ...part }) => ({ ...part, difference: difference ?? null })),
  }
}
