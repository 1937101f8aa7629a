// The table of plain words and its finder: what is met, what stays, and that the table is sound.
import { describe, expect, it } from 'vitest'
import { findHardWords, formsOf, plainWords } from '../../src/lint/plain-words.js'

const found = (sentence: string) =>
  findHardWords(sentence.split(' ')).map(({ entry, from, to }) => `${entry.word} ${from}-${to}`)

const entryOf = (word: string) => {
  const entry = plainWords.find((one) => one.word === word)
  if (!entry) throw new Error(`no entry ${word}`)
  return entry
}

describe('findHardWords', () => {
  it('meets a word in its inflections and in any case', () => {
    expect(found('Administer it')).toEqual(['administer 0-1'])
    expect(found('it is ADMINISTERED and administering')).toEqual(['administer 2-3', 'administer 4-5'])
    expect(found('two injuries and two lacerations')).toEqual(['laceration 4-5'])
    expect(found('it is utilised')).toEqual(['utilize 2-3'])
    expect(found('she underwent surgery')).toEqual(['undergo 1-2'])
  })

  it('prefers the longest phrase and reports no word twice', () => {
    expect(found('an adverse effect')).toEqual(['adverse effect 1-3'])
    expect(found('an adverse sign')).toEqual(['adverse 1-2'])
    expect(found('in order to rest')).toEqual(['in order to 0-3'])
    expect(found('in order')).toEqual([])
  })

  it('gives a form to the entry that has it as its base', () => {
    expect(found('an elevated dose')).toEqual(['elevated 1-2'])
    expect(found('elevate it')).toEqual(['elevate 0-1'])
  })

  it('leaves a word that is part of a name', () => {
    expect(found('multiple sclerosis')).toEqual([])
    expect(found('multiple doses')).toEqual(['multiple 0-1'])
    expect(found('the Food and Drug Administration')).toEqual([])
    expect(found('the administration of food')).toEqual(['administration 1-2'])
    expect(found('use a blood pressure monitor')).toEqual([])
    expect(found('two ACE inhibitors')).toEqual([])
  })

  it('finds nothing in easy words, and nothing in no words', () => {
    expect(found('Call your doctor right away if you have a fever')).toEqual([])
    expect(findHardWords([])).toEqual([])
    expect(findHardWords(['constructor', '__proto__', 'toString'])).toEqual([])
  })
})

describe('the table', () => {
  it('has at least 350 entries, each with an easier word, in alphabetical order', () => {
    expect(plainWords.length).toBeGreaterThanOrEqual(350)
    for (const { word, use } of plainWords) {
      expect(word).toMatch(/^[a-z][a-z' -]*[a-z]$/)
      expect(use.length, word).toBeGreaterThan(0)
    }
    const words = plainWords.map(({ word }) => word)
    expect(words).toEqual([...words].sort())
    expect(new Set(words).size).toBe(words.length)
  })

  it('has each form under one entry, save forms that are entries themselves', () => {
    const bases = new Set(plainWords.map(({ word }) => word))
    const owners = new Map<string, string>()
    const twice: string[] = []
    for (const entry of plainWords)
      for (const form of formsOf(entry)) {
        if (form !== entry.word && bases.has(form)) continue
        if (owners.has(form)) twice.push(`${form}: ${owners.get(form)}, ${entry.word}`)
        owners.set(form, entry.word)
      }
    expect(twice).toEqual([])
  })

  it('offers no word that the table itself calls hard', () => {
    const hard = plainWords.flatMap(({ word, use }) =>
      use.flatMap((easy) => findHardWords(easy.split(/[ ,]+/)).map((one) => `${word} -> ${one.entry.word}`)),
    )
    expect(hard).toEqual([])
  })

  it('meets every one of its forms, and none inside the names it leaves alone', () => {
    for (const entry of plainWords) {
      for (const form of formsOf(entry)) expect(found(form).length, form).toBe(1)
      for (const name of entry.except ?? [])
        expect(
          findHardWords(name.split(' ')).filter((one) => one.entry === entry),
          name,
        ).toEqual([])
    }
  })

  it('inflects verbs and nouns the regular way', () => {
    expect(formsOf(entryOf('modify'))).toEqual(['modify', 'modifies', 'modified', 'modifying'])
    expect(formsOf(entryOf('reduce'))).toEqual(['reduce', 'reduces', 'reduced', 'reducing'])
    expect(formsOf(entryOf('occur'))).toEqual(['occur', 'occurs', 'occurred', 'occurring'])
    expect(formsOf(entryOf('deficiency'))).toEqual(['deficiency', 'deficiencies'])
    expect(formsOf(entryOf('minimize'))).toContain('minimised')
  })
})
