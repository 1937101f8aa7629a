// ToUnicode maps written by hand in, text of each code out.
import { expect, it } from 'vitest'
import { readToUnicode } from '../../src/pdf-syntax/cmap.js'

const read = (text: string) => readToUnicode(Uint8Array.from(text, (char) => char.charCodeAt(0)))

it('reads characters, ranges, lists and pairs beyond the first plane', () => {
  const { text, codeBytes } = read(`/CIDInit /ProcSet findresource begin
12 dict begin begincmap /CMapName /Adobe-Identity-UCS def
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0003> <0020> <0005><D83DDE00> endbfchar
2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<00660069> <0078>] endbfrange
endcmap end end`)
  expect(codeBytes).toBe(2)
  expect(Object.fromEntries(text)).toEqual({ 3: ' ', 5: '😀', 16: 'A', 17: 'B', 18: 'C', 32: 'fi', 33: 'x' })
})

it('reads one byte as one character and keeps forbidden targets for who looks for them', () => {
  const { text, codeBytes } = read(
    '1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <01> <41> <02> <0000> endbfchar',
  )
  expect(codeBytes).toBe(1)
  expect(text.get(1)).toBe('A')
  expect(text.get(2)).toBe('\0')
})

it('stops at a budget when ranges are absurd', () => {
  const many = '<00000000> <FFFFFFFF> <0041>\n'.repeat(50)
  expect(read(`50 beginbfrange ${many} endbfrange`).text.size).toBeLessThanOrEqual(0x20000)
})

it('reads nothing from an empty map', () => {
  expect(read('').text.size).toBe(0)
})
