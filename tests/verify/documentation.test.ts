// docs/verification.md holds the table of conditions as they are. To write it anew: UPDATE_DOCS=1 npx vitest run tests/verify/documentation
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openingRequirements } from '../../src/verify/checks/opening.js'
import type { Requirement } from '../../src/verify/condition.js'
import { conditionGroups, requirements } from '../../src/verify/conditions.js'

const path = new URL('../../docs/verification.md', import.meta.url)
const start = '<!-- conditions: written by tests/verify/documentation.test.ts -->\n'
const end = '<!-- end of conditions -->'

const groups: readonly { title: string; conditions: readonly Requirement[] }[] = [
  { title: 'Opening', conditions: openingRequirements },
  ...conditionGroups,
]

function tables(): string {
  return groups
    .map(({ title, conditions }) => `\n### ${title}\n\n${headline}${conditions.map(row).join('')}`)
    .join('')
}

const headline = '| id | what must hold | how it is decided | clause | Matterhorn |\n|---|---|---|---|---|\n'

function row({ id, says, how, clause, checkpoint = '' }: Requirement): string {
  const cells = [`\`${id}\``, says, how, clause, checkpoint]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
}

it('the document holds every condition as it is, and no other', () => {
  const before = readFileSync(path, 'utf8')
  const [head, rest = ''] = before.split(start)
  const [, tail] = rest.split(end)
  expect(tail).toBeDefined()
  const after = `${head}${start}${tables()}\n${end}${tail}`
  if (process.env.UPDATE_DOCS) writeFileSync(path, after)
  else expect(before).toBe(after)
})

it('every condition has an id of its own', () => {
  const ids = requirements.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$|^[a-z]+$/)
})
