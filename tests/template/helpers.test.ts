// Templates that call helpers in, what they print in each language out.
import { describe, expect, it } from 'vitest'
import { compileTemplates } from '../../src/template/handlebars.js'
import { labelsOf } from '../helpers/html.js'

const words = { 'bring-along': 'Bring <this> page', 'seen-by': 'Seen by {name}' }

function print(template: string, data: object = {}, language = 'en'): string {
  const main = { name: 'handout', path: 'templates/handout.hbs', text: template }
  const { fill, messages } = compileTemplates(main, new Map(), { ...labelsOf(language), words })
  if (!fill) throw new Error(messages.join('\n'))
  return fill(data)
}

const people = { by: ['Ana Ruiz', 'Ben & Co', 'Chen Li'] }

describe('a helper', () => {
  it.each([
    ['{{date on}}', 'en', '22 November 2026'],
    ['{{date on}}', 'es', '22 de noviembre de 2026'],
    ['{{date on style="month"}}', 'en', 'November 2026'],
    ['{{date on style="day"}}', 'zh-Hans', '2026年11月22日'],
  ])('%s in %s prints %s', (template, language, printed) => {
    expect(print(template, { on: '2026-11-22' }, language)).toBe(printed)
  })

  it.each([
    ['5550142', '555-0142'],
    ['8005550142', '800-555-0142'],
    ['+18005550142', '800-555-0142'],
    ['+44 20 7946 0958', '+44 20 7946 0958'],
    ['<b>', '&lt;b&gt;'],
  ])('prints the phone number %s as %s, never broken', (number, printed) => {
    expect(print('{{phone number}}', { number })).toBe(`<span class="unbroken">${printed}</span>`)
  })

  it('prints phone numbers from left to right among Arabic words', () => {
    expect(print('{{phone number}}', { number: '5550142' }, 'ar')).toBe(
      '<span class="unbroken" dir="ltr">555-0142</span>',
    )
  })

  it.each([
    ['{{list by}}', 'en', 'Ana Ruiz, Ben &amp; Co and Chen Li'],
    ['{{list by type="or"}}', 'en', 'Ana Ruiz, Ben &amp; Co or Chen Li'],
    ['{{list by}}', 'es', 'Ana Ruiz, Ben &amp; Co y Chen Li'],
    ['{{{list by}}}', 'en', 'Ana Ruiz, Ben & Co and Chen Li'],
  ])('%s in %s prints %s', (template, language, printed) => {
    expect(print(template, people, language)).toBe(printed)
  })

  it('prints one value of each in a list', () => {
    expect(print('{{list of key="name"}}', { of: [{ name: 'a' }, { name: 'b' }] })).toBe('a and b')
  })

  it.each([
    [1, 'en', '1 day'],
    [1200, 'en', '1,200 days'],
    [2, 'ar', '2 pair'],
    [5, 'ar', '5 few'],
    [11, 'ar', '11 days'],
  ])('prints the form of %d in %s', (count, language, printed) => {
    const template =
      '{{plural n one="{count} day" two="{count} pair" few="{count} few" other="{count} days"}}'
    expect(print(template, { n: count }, language)).toBe(printed)
  })

  it.each([
    ['{{t "sources"}}', 'Sources'],
    ['{{t "levels.easy"}}', 'Easy reading'],
    ['{{t "bring-along"}}', 'Bring &lt;this&gt; page'],
    ['{{t "seen-by" name=who}}', 'Seen by Dr. {x}'],
    ['{{#with of}}{{t "seen-by" name=../who}}{{/with}}', 'Seen by Dr. {x}'],
  ])('%s prints %s', (template, printed) => {
    expect(print(template, { who: 'Dr. {x}', of: { a: 1 } })).toBe(printed)
  })

  it('works on what another helper makes, and on names given with `as`', () => {
    expect(print('{{#each by as |who index|}}{{t "seen-by" name=who}}{{index}} {{/each}}', people)).toBe(
      'Seen by Ana Ruiz0 Seen by Ben &amp; Co1 Seen by Chen Li2 ',
    )
    expect(print('{{t "seen-by" name=(list by)}}', { by: ['A', 'B'] })).toBe('Seen by A and B')
  })
})
