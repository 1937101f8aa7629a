// A topic of a few words in, a handout that is not blamed for the fine print around it out.
import { afterAll, describe, expect, it } from 'vitest'
import { openPress, type Press } from '../../src/batch/open-press.js'
import { library } from '../helpers/library.js'
import { topicText } from '../helpers/topic.js'

const fewWords = `:::main-message
Drink water.
:::

:::actions[Do]
1. Drink.
:::

:::get-help[Call us if]
- you are sick.
:::
`

const longNotice =
  'This page is for learning and does not stand in for the advice of your own doctor or nurse. Ask them before you change anything. '

let press: Press | undefined
afterAll(() => press?.close())

describe('a handout of a few words', () => {
  it('is printed, although most of its characters are fine print', async () => {
    const { root } = await library({
      'content/water/en.md': topicText(fewWords, {
        terms: undefined,
        sources: undefined,
        title: 'Water',
        summary: 'Drink water.',
      }),
      'templates/organizations/clinic/notices/general/en.md': longNotice.repeat(6),
    })
    press = await openPress({ root })
    const [variant] = press.variants({ levels: ['easy'], lengths: ['short'] })
    if (!variant) throw new Error('There is no variant')
    const { pdf, messages } = await press.make(variant)
    expect(messages).toEqual([])
    expect(pdf).toBeDefined()
  })
})
