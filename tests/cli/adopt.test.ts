// `handout adopt`, a change of an original, `handout check` and `handout status` in; what is said out.
import { describe, expect, it } from 'vitest'
import { handout } from '../helpers/cli.js'
import { library } from '../helpers/library.js'
import { topicText } from '../helpers/topic.js'

const file = 'templates/organizations/clinic/notices/general/en.md'

describe('an override', () => {
  it('is adopted, warned of when its original changes, shown beside it, and adopted again', async () => {
    const { root, write } = await library({ 'content/hands/en.md': topicText(), [file]: 'Ask us first.\n' })
    const status = async (...args: string[]) => handout(['status', '--overrides', '--root', root, ...args])

    const fresh = await status()
    expect(fresh).toMatchObject({ code: 0 })
    expect(fresh.stdout).toContain('new      notices/general/en.md overrides templates/notices/general/en.md')
    expect(fresh.stdout).toContain('run handout adopt clinic')

    expect(await handout(['adopt', '--root', root])).toMatchObject({ code: 0, stdout: `${file}\n` })
    expect((await status()).stdout).toContain('1 of 1 overrides follow their originals')

    await write({ 'templates/notices/general/en.md': 'Talk with your doctor.\n' })
    const checked = await handout(['check', '--root', root, '--organization', 'clinic', '--reporter', 'json'])
    expect(checked.code).toBe(0)
    expect(JSON.parse(checked.stdout)).toContainEqual(
      expect.objectContaining({ rule: 'override-stale', severity: 'warning', file, line: 1, column: 1 }),
    )
    const stale = await status()
    expect(stale.code).toBe(1)
    expect(stale.stdout).toMatch(
      /original then +│ original now +│ your own\n.*\n +› For learning only\..*│ Talk with your doctor\. +│ Ask us first\.\n/,
    )
    const [plain] = JSON.parse((await status('--json')).stdout) as [{ state: string; was: string }]
    expect(plain).toMatchObject({ state: 'stale', now: 'Talk with your doctor.\n', own: 'Ask us first.\n' })
    expect(plain.was).toContain('For learning only.')

    expect(
      await handout(['adopt', 'clinic', '--file', 'notices/general/en.md', '--root', root]),
    ).toMatchObject({ code: 0, stdout: `${file}\n` })
    expect(await status()).toMatchObject({ code: 0 })
  })

  it('that there is not is refused', async () => {
    const { root } = await library({ [file]: 'Ask us first.\n' })
    const refused = await handout(['adopt', '--file', 'notices/genral/en.md', '--root', root])
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('`notices/genral/en.md` overrides nothing.')
    expect(refused.stderr).toContain('Did you mean `notices/general/en.md`?')
  })
})
