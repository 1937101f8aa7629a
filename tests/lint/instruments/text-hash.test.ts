// The hash that signatures are bound to: what changes it, and what does not.
import { describe, expect, it } from 'vitest'
import { textHash } from '../../../src/lint/instruments/text-hash.js'
import type { Picture } from '../../../src/model/topic.js'
import { type Given, materialFor, whole } from './judge.js'

const bytes = (text: string): Picture => ({
  path: 'content/hands/hands.svg',
  bytes: new TextEncoder().encode(text),
  mediaType: 'image/svg+xml',
  width: 1,
  height: 1,
})

async function hash(body: string, given: Given = {}, picture = bytes('one')): Promise<string> {
  const { text } = await materialFor(body, given)
  return textHash(text.print.selected, { pictures: new Map([['hands.svg', picture]]) })
}

describe('textHash', () => {
  it('is a text in YAML too', async () => {
    expect(await hash(whole())).toMatch(/^t[0-9a-f]{12}$/)
  })

  it('stays when the words stay: lines moved, words for others changed', async () => {
    const same = await hash(whole('## Why\n\nGerms.'))
    expect(await hash(whole('\n\n\n## Why\n\n\nGerms.'))).toBe(same)
    expect(await hash(whole('## Why\n\nGerms.\n\n:::detailed\nBacteria.\n:::\n'))).toBe(same)
    expect(await hash(whole('## Why\n\n:::easy\nGerms.\n:::\n'))).toBe(same)
  })

  it('changes with every word, mark and picture that is printed', async () => {
    const bodies = [
      'Germs.',
      'Germs!',
      '**Germs.**',
      '- Germs.',
      '1. Germs.',
      '## Germs.',
      '### Germs.',
      '> Germs.',
    ]
    const pictures = [
      '![Hands](hands.svg)',
      '![Hand](hands.svg)',
      '![Hands](hands.svg "Rub")',
      '![Hands](arms.svg)',
    ]
    const hashes = await Promise.all([...bodies, ...pictures].map((body) => hash(whole(`${body}\n\nx`))))
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('changes with the bytes of a picture that is shown, not of one that is not', async () => {
    const shown = whole('![Hands](hands.svg)')
    expect(await hash(shown, {}, bytes('two'))).not.toBe(await hash(shown))
    expect(await hash(whole(), {}, bytes('two'))).toBe(await hash(whole()))
  })

  it('changes with the title, the readers and the meaning of a term', async () => {
    const body = whole('A :term[germ].')
    const metas = [
      { terms: { germ: 'a tiny living thing' } },
      { terms: { germ: 'a small living thing' } },
      { terms: { germ: 'a tiny living thing' }, title: 'Hands' },
      { terms: { germ: 'a tiny living thing' }, readers: 'parents' },
    ]
    for (const length of ['short', 'long']) {
      const hashes = await Promise.all(metas.map((meta) => hash(body, { meta, length })))
      expect(new Set(hashes).size).toBe(metas.length)
    }
  })
})
