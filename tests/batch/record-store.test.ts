// Records in; the same out, whoever else has some of the same ids.
import { describe, expect, it } from 'vitest'
import { RecordStore, sortedRecords } from '../../src/batch/record-store.js'
import { record } from '../helpers/manifest.js'

function storeOf(titles: Readonly<Record<string, string>>): RecordStore {
  const store = new RecordStore()
  for (const [id, title] of Object.entries(titles)) store.add(record({ id, title }))
  return store
}

describe('a store of records', () => {
  it('gives back what was added, and the newer of two with one id', () => {
    const store = storeOf({ a: 'Händewaschen “gut”' })
    expect(store.get('a')).toEqual(record({ id: 'a', title: 'Händewaschen “gut”' }))
    store.add(record({ id: 'a', title: 'new' }))
    expect(store.get('a')?.title).toBe('new')
    expect(store.size).toBe(1)
    expect(store.get('b')).toBeUndefined()
  })

  it('is read with others sorted by id, the first of two with one id, as often as asked', () => {
    const sorted = sortedRecords(storeOf({ c: 'own', a: 'own' }), storeOf({ b: 'other', c: 'other' }))
    const titles = () => [...sorted].map(({ id, title }) => `${id} ${title}`)
    expect(titles()).toEqual(['a own', 'b other', 'c own'])
    expect(titles()).toEqual(['a own', 'b other', 'c own'])
  })

  it('gives back a thousand records of many lengths', () => {
    const titles = Array.from(
      { length: 1000 },
      (_, at) => `${at} ${'ü€'.repeat(at % 7 === 0 ? 1000 : at % 50)}`,
    )
    const store = storeOf(Object.fromEntries(titles.map((title, at) => [`id-${at}`, title])))
    expect(titles.map((_, at) => store.get(`id-${at}`)?.title)).toEqual(titles)
  })

  it('holds a record that is larger than what it takes at once', () => {
    const title = 'long '.repeat(200_000)
    const store = storeOf({ a: 'before', b: title, c: 'after' })
    expect([...sortedRecords(store)].map((one) => one.title)).toEqual(['before', title, 'after'])
  })

  it('that grows while it is read gives what was there at first', () => {
    const store = storeOf({ a: '', c: '' })
    const sorted = sortedRecords(store)
    store.add(record({ id: 'b' }))
    expect([...sorted].map(({ id }) => id)).toEqual(['a', 'c'])
  })
})
