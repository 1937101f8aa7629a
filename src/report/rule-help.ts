// Rule ids -> what is known of the rules, for reports that explain them. Loaded only when one is asked for.
import { errorTable } from '../model/error.js'
import type { RuleHelp } from './context.js'

/** Looks rules up by id: rules about words, conditions of the verifier, and failures of the run. */
export async function ruleHelp(): Promise<(id: string) => RuleHelp | undefined> {
  const [{ requirements }, { rules }] = await Promise.all([
    import('../verify/conditions.js'),
    import('../lint/rules/index.js'),
  ])
  const known = new Map<string, RuleHelp>()
  for (const [id, { title, hint }] of Object.entries(errorTable)) known.set(id, { id, title, help: hint })
  for (const { id, says, clause, how, hint } of requirements)
    known.set(id, { id, title: says, help: `${hint}\n\n${clause}. ${how}` })
  for (const { id, finds, why } of rules)
    known.set(id, { id, title: finds, help: why, page: `docs/rules.md#${id}` })
  return (id) => known.get(id)
}
