// Names for new folders in, what is wrong with them or the words they stand for out.
import { describe, expect, it } from 'vitest'
import { problemOfName, wordsOf } from '../../src/scaffold/folder-name.js'

describe('a name for a folder', () => {
  it.each(['a', 'hill-clinic', '24-hours', 'a'.repeat(60)])('%s is fit', (name) => {
    expect(problemOfName(name)).toBeUndefined()
  })

  it.each([
    ['Hill Clinic', 'hill-clinic'],
    ['../hill', 'hill'],
    ['a/b', 'a-b'],
    ['-a-', 'a'],
    ['a--b', 'a-b'],
    ['.hidden', 'hidden'],
    ['Clínica Ñandú', 'clinica-nandu'],
    ["St. Mary's", 'st-marys'],
    ['a'.repeat(61), 'a'.repeat(60)],
  ])('%s is not, and %s is named', (name, near) => {
    expect(problemOfName(name)?.hint).toContain(`\`${near}\``)
  })

  it.each(['', '医院', '…'])('%j is not, and no other is near', (name) => {
    expect(problemOfName(name)?.hint).toBe('Use small letters from a to z, digits and hyphens.')
  })

  it('stands for words', () => {
    expect(wordsOf('riverside-family-clinic', 'each')).toBe('Riverside Family Clinic')
    expect(wordsOf('high-blood-pressure', 'first')).toBe('High blood pressure')
    expect(wordsOf('24-hours', 'each')).toBe('24 Hours')
  })
})
