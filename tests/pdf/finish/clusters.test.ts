// Arabic letters as Chromium writes them in, as programs can read them out.
import { describe, expect, it } from 'vitest'
import { splice } from '../../../src/pdf/finish/content/apply.js'
import { clusters } from '../../../src/pdf/finish/content/clusters.js'
import type { Edit } from '../../../src/pdf/finish/content/mark.js'

/** The stream with its edits in. */
function rewrite(source: string): string {
  const bytes = Buffer.from(source, 'latin1')
  const edits: Edit[] = []
  clusters({ bytes, edits, forms: [] })
  return Buffer.from(splice(bytes, edits)).toString('latin1')
}

/** A run from right to left. */
const run = (...letters: string[]) => `BT\n/ReversedChars BMC\n${letters.join('\n')}\nEMC\nET`

const letter = (hex: string, inner: string) => `/Span<</ActualText <FEFF${hex}> >> BDC\n${inner}\nEMC`

describe('a letter from right to left', () => {
  it('of one glyph stays as it is', () => {
    const source = run(letter('0633', '/F4 12 Tf\n1 0 0 -1 5 9 Tm\n<0024> Tj'))
    expect(rewrite(source)).toBe(source)
  })

  it('with a dot begins unseen on its line, and ends where it ended', () => {
    const source = run(
      letter('0646', '/F4 12 Tf\n1 0 0 -1 5 9 Tm\n8.25 -5.5 Td <01> Tj\n-8.25 5.5 Td <51> Tj'),
    )
    expect(rewrite(source)).toBe(
      run(
        '1 0 0 -1 5 9 Tm\n' +
          letter('0646', '3 Tr\n/F4 12 Tf\n<51> Tj\n0 Tr\n8.25 -5.5 Td\n<01> Tj\n-8.25 5.5 Td\n<51> Tj'),
      ),
    )
  })

  it('uses the fonts that were set before', () => {
    const source = run(
      letter('0633', '/F5 12 Tf\n1 0 0 -1 5 9 Tm\n<0024> Tj'),
      letter('063A', '/F4 12 Tf\n3 -0.5 Td <01> Tj\n/F5 12 Tf\n-1 0.5 Td <31> Tj'),
    )
    const second =
      '3 Tr\n/F5 12 Tf\n2 0 Td\n<31> Tj\n0 Tr\n/F4 12 Tf\n1 -0.5 Td\n<01> Tj\n/F5 12 Tf\n-1 0.5 Td\n<31> Tj'
    expect(rewrite(source)).toContain(letter('063A', second))
  })

  it('with a vowel sign is two readings, the sign first', () => {
    const source = run(letter('0628064B', '/F4 12 Tf\n4 1 Td <53> Tj\n-1 -1 Td <9E> Tj'))
    expect(rewrite(source)).toBe(
      run(
        `${letter('064B', '3 Tr\n/F4 12 Tf\n3 0 Td\n<53> Tj\n0 Tr')}\n${letter('0628', '3 Tr\n<9E> Tj\n0 Tr\n1 1 Td\n<53> Tj\n-1 -1 Td\n<9E> Tj')}`,
      ),
    )
  })

  it('leaves tiny steps without exponents', () => {
    const source = run(letter('0646', '/F4 12 Tf\n0.0000004 -1 Td <01> Tj\n-0.0000001 1 Td <51> Tj'))
    expect(rewrite(source)).not.toMatch(/\de-/)
  })
})

describe('other text', () => {
  it.each([
    [
      'from left to right',
      'BT\n/Span<</ActualText <FEFF00660069> >> BDC\n/F4 12 Tf\n<01> Tj\n2 0 Td <02> Tj\nEMC\nET',
    ],
    [
      'a ligature of Latin letters in a mixed run',
      run(letter('00660069', '/F4 12 Tf\n<01> Tj\n2 0 Td <02> Tj')),
    ],
    ['a letter with anything else in it', run(letter('0646', '/F4 12 Tf\n<01> Tj\nq 2 0 Td <02> Tj Q'))],
  ])('stays as it is: %s', (_what, source) => {
    expect(rewrite(source)).toBe(source)
  })
})
