// docs/rules.md says what the rules say; `npx vitest run tests/lint/rules-page.test.ts -u` writes it anew.
import { expect, test } from 'vitest'
import { rules } from '../../src/lint/rules/index.js'
import { rulesPage } from '../helpers/rules-page.js'

test('the page of the documentation is made from the rules', async () => {
  await expect(rulesPage(rules)).toMatchFileSnapshot('../../docs/rules.md')
})
