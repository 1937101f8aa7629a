// Texts in, the parts that translations follow out: what is one part, what it is called, what changes its hash.
import { describe, expect, it } from 'vitest'
import { textSections } from '../../src/model/text-sections.js'
import { topicOf } from '../helpers/lint.js'

const sectionsOf = (text: string) => textSections(topicOf(text))
const idsOf = (text: string) =>
  sectionsOf(text)
    .filter(({ kind }) => kind !== 'front-matter')
    .map(({ id, safety }) => (safety ? `${id}!` : id))

describe('the parts of a text', () => {
  it('are the keys of the front matter that are printed, and the sections', () => {
    const text =
      '---\ntitle: T\nsummary: S\nreaders: all\nnotices: [off-label]\nterms: {a: b}\nsources: {s: {title: U}}\n---\n\nRest.\n\n## Why\n\nSo.'
    expect(sectionsOf(text).map(({ id }) => id)).toEqual([
      'title',
      'summary',
      'readers',
      'notices',
      'terms',
      'sources',
      'untitled',
      'why',
    ])
  })

  it('are named by heading or kind, each once', () => {
    const text = [
      ':::main-message\nA.\n:::',
      '## What is it?',
      'A.',
      ':::actions[Do]\n1. B.\n:::',
      '## What is it?',
      ':::get-help{emergency}\nC.\n:::',
      ':::get-help\nD.\n:::',
      ':::ask\n- E?\n:::',
    ].join('\n\n')
    expect(idsOf(text)).toEqual([
      'main-message',
      'what-is-it',
      'actions',
      'what-is-it-2',
      'emergency!',
      'get-help!',
      'ask',
    ])
  })

  it('are one where blocks of a kind follow one another, each for another reader', () => {
    const text =
      ':::actions{level=easy}\n1. A.\n:::\n\n:::actions{level="everyday detailed"}\n1. B.\n:::\n\n:::ask\n- C?\n:::\n\n:::actions\n1. D.\n:::'
    expect(idsOf(text)).toEqual(['actions', 'ask', 'actions-2'])
  })

  it('are warnings and help by themselves wherever they stand', () => {
    const text =
      '## Risks\n\nA.\n\n:::easy\nB.\n\n:::warning\nC.\n:::\n:::\n\n::::for{level=detailed}\nD.\n\n:::warning\nE.\n:::\n::::\n\n::::actions\n1. F.\n\n:::get-help\nG.\n:::\n::::'
    const nested = text.replace(
      ':::easy\nB.\n\n:::warning\nC.\n:::\n:::',
      '::::easy\nB.\n\n:::warning\nC.\n:::\n::::',
    )
    expect(idsOf(nested)).toEqual(['risks', 'risks/warning!', 'actions', 'actions/get-help!'])
    const risks = sectionsOf(nested).find(({ id }) => id === 'risks')
    expect(risks?.text).toContain('D.')
    expect(risks?.text).not.toMatch(/[CE]\./)
    expect(sectionsOf(nested).find(({ id }) => id === 'risks/warning')?.text).toMatch(/C\.[\s\S]*E\./)
  })

  it('are found inside blocks with conditions', () => {
    const text = '::::for{level=easy}\n## One\n\nA.\n\n:::actions\n1. B.\n:::\n::::\n\n## Two\n\nC.'
    expect(idsOf(text)).toEqual(['one', 'actions', 'two'])
  })

  it('have the words of each reader in their names, and names that are not too long', () => {
    const text = `## :easy[Pills]:detailed[Medicines]\n\nA.\n\n## ${'word '.repeat(40)}\n\nB.\n\n## ؟ما هو\n\nC.\n\n## ???\n\nD.`
    const sections = sectionsOf(text).filter(({ kind }) => kind === 'heading')
    expect(sections[0]).toMatchObject({ id: 'pills-medicines', name: 'Pills / Medicines' })
    expect(sections[1]?.id.length).toBeLessThanOrEqual(40)
    expect(sections[1]?.id).toMatch(/^word(-word)+$/)
    expect(sections.slice(2).map(({ id }) => id)).toEqual(['ما-هو', 'section'])
  })
})

describe('the hash of a part', () => {
  const text = '---\nsources: {s: {title: U, accessed: 2026-01-01}}\n---\n\n## Why\n\nSo it is.\n\n- a\n- b'
  const hashes = (of: string) => Object.fromEntries(sectionsOf(of).map(({ id, hash }) => [id, hash]))

  it.each([
    ['blanks', text.replace('So it is.', '   So it is.  ')],
    ['line ends', text.replaceAll('\n', '\r\n')],
    ['empty lines', text.replace('\n\n- a', '\n\n\n\n- a')],
    ['a silenced rule', text.replace('So it', '::ignore[list-length]{reason="x"}\n\nSo it')],
    ['the day a source was read', text.replace('2026-01-01', '2026-02-02')],
  ])('stays with other %s', (_name, other) => {
    expect(hashes(other)).toEqual(hashes(text))
  })

  it.each([
    ['a word', text.replace('it is', 'it was'), 'why'],
    ['a condition', text.replace('So it is.', ':easy[So it is.]'), 'why'],
    ['a source', text.replace('title: U', 'title: V'), 'sources'],
  ])('changes with %s, and no other', (_name, other, id) => {
    const [before, after] = [hashes(text), hashes(other)]
    expect(Object.keys(before).filter((key) => before[key] !== after[key])).toEqual([id])
  })
})
