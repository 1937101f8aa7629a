// A theme and words in, the page that is printed out: head, sources, review line, notices, and what an organization overrides.
import { fromHtml } from 'hast-util-from-html'
import { select, selectAll } from 'hast-util-select'
import { describe, expect, it } from 'vitest'
import type { Composed } from '../../src/pipeline/compose.js'
import { wordsOf } from '../helpers/html.js'
import { clinic, picture } from '../helpers/library.js'
import { pageMaker } from '../helpers/page.js'
import { bodyWith, requiredBlocks } from '../helpers/topic.js'

const maker = await pageMaker()

function words({ job }: Composed, selector: string): string {
  const found = select(selector, fromHtml(job.html))
  if (!found) throw new Error(`There is no ${selector}`)
  return wordsOf(found)
}

const review = { status: 'reviewed', on: '2026-11-22', everyMonths: 24, by: ['Dr. A', 'Dr. B'] } as const

describe('a page', () => {
  it('has title, level, minutes and readers in its head', () => {
    const page = maker.compose()
    expect(words(page, 'h1')).toBe('Washing your hands')
    const facts = words(page, '.facts')
    expect(facts).toContain('Easy reading')
    expect(facts).toMatch(/About 1 minute\b/)
    expect(facts).toContain('For patients')
    expect(words(maker.compose(requiredBlocks, { readers: 'everyone at home' }), '.facts')).toContain(
      'For everyone at home',
    )
  })

  it('says how long it takes to read, by the pace of its level', () => {
    const long = bodyWith(`## More\n\n${'Wash them well each time. '.repeat(200)}\n`)
    expect(words(maker.compose(long), '.facts')).toMatch(/About [5-9] minutes|About 1\d minutes/)
  })

  it('has a language and a direction', () => {
    const html = select('html', fromHtml(maker.compose().job.html))
    expect(html?.properties).toMatchObject({
      lang: 'en',
      dir: 'ltr',
      dataLevel: 'easy',
      dataEdition: 'standard',
    })
  })

  it('says that it is a draft, when it was written and when its review is due', () => {
    const line = words(maker.compose(), '.review')
    expect(line).toContain('Draft: not yet reviewed by a clinician.')
    expect(line).toContain('Written 22 November 2026.')
    expect(line).toContain('Review due November 2028.')
  })

  it('says who reviewed it, and no longer that it is a draft', () => {
    const line = words(maker.compose(requiredBlocks, { review }), '.review')
    expect(line).toContain('Reviewed 22 November 2026 by Dr. A and Dr. B.')
    expect(line).not.toContain('Draft')
  })

  it('has the notices of the organization, then those of the topic, each once', () => {
    const tree = fromHtml(maker.compose(requiredBlocks, { notices: ['off-label', 'general'] }).job.html)
    const notices = selectAll('.notice', tree).map(wordsOf)
    expect(notices).toHaveLength(2)
    expect(notices[0]).toContain('For learning only')
    expect(notices[1]).toContain('off-label')
  })

  it('prints its sources in order, with a short address that leads to the whole one', () => {
    const url = `https://www.example.org/a/very/long/${'path/'.repeat(20)}`
    const page = maker.compose(bodyWith('A:cite[b] b:cite[a].\n'), {
      sources: {
        a: { title: 'First', publisher: 'P', url: 'https://www.example.org/hands/', accessed: '2026-11-22' },
        b: { title: 'Second', url, accessed: '2026-01-02', language: 'ar' },
      },
    })
    const items = selectAll('.sources li', fromHtml(page.job.html))
    expect(items.map(wordsOf)).toEqual([
      // The date is in the language of the page, whatever that of the source.
      'Second. example.org (read 2 Jan 2026)',
      'P: First. example.org/hands (read 22 Nov 2026)',
    ])
    expect(selectAll('.sources a', fromHtml(page.job.html)).map((link) => link.properties.href)).toEqual([
      url,
      'https://www.example.org/hands/',
    ])
  })

  it('marks words of another language in its list of words', () => {
    const meta = { terms: { FDA: 'agencia de :lang[drugs]{tag=en} <b>' } }
    const page = fromHtml(maker.compose(bodyWith('La :term[FDA].\n'), meta).job.html)
    expect(selectAll('.words li', page).map(wordsOf)).toEqual(['FDA: agencia de drugs <b>'])
    expect(selectAll('.words [lang=en][dir=auto]', page).map(wordsOf)).toEqual(['drugs'])
  })

  it('has no list of words or sources where there are none, or where it is short', () => {
    const meta = { terms: { germ: 'a tiny living thing' }, sources: { a: { title: 'A' } } }
    const body = bodyWith('A :term[germ].:cite[a]\n')
    const has = (page: Composed) => selectAll('.back-matter', fromHtml(page.job.html)).length
    expect(has(maker.compose())).toBe(0)
    expect(has(maker.compose(body, meta, { length: 'short' }))).toBe(0)
    expect(has(maker.compose(body, meta, { length: 'medium' }))).toBe(2)
  })

  it('has a version that changes with its words, and with nothing else', () => {
    const version = maker.compose().version
    expect(maker.compose().version).toBe(version)
    expect(
      maker.composeFor({ colors: { primary: '#000000', accent: '#000000', text: '#000000' } }).version,
    ).toBe(version)
    expect(maker.compose(requiredBlocks.replace('Clean', 'Cleaner')).version).not.toBe(version)
    expect(maker.compose(requiredBlocks, { title: 'Hands' }).version).not.toBe(version)
  })

  it('has a budget of pages and bounds of type by its length and edition', () => {
    const job = (length: string, edition: 'standard' | 'large-print') =>
      maker.compose(requiredBlocks, {}, { length, edition }).job
    expect(['short', 'medium', 'long'].map((length) => job(length, 'standard').maxPages)).toEqual([1, 2, 5])
    expect(['short', 'medium', 'long'].map((length) => job(length, 'large-print').maxPages)).toEqual([
      2, 4, 9,
    ])
    expect(job('short', 'standard').type).toEqual({ least: 12, most: 14 })
    expect(job('short', 'large-print').type.least).toBe(18)
  })

  it('says of itself in the file what it says on paper', () => {
    const { info } = maker.compose(requiredBlocks, { title: 'Hands', summary: 'How to wash.' })
    expect(info).toMatchObject({
      title: 'Hands',
      author: 'Testing Clinic',
      subject: 'How to wash.',
      language: 'en',
      date: new Date('2026-11-22T00:00:00Z'),
    })
  })
})

describe('an organization', () => {
  it('has its logo, name and contact at the head', async () => {
    const { compose } = await pageMaker({
      'templates/organizations/clinic/organization.yaml': `${clinic}tagline: Near you
logo: {file: logo.svg, alt: Our sign}
contact: {phone: 555-0142, after-hours: 555-0143, url: clinic.example.org, hours: Mondays, address: 1 Road}
`,
      'templates/organizations/clinic/logo.svg': picture,
    })
    const page = compose()
    const tree = fromHtml(page.job.html)
    expect(select('.masthead img', tree)?.properties.alt).toBe('Our sign')
    const address = select('.masthead img', tree)?.properties.src
    expect(page.job.assets.get(String(address))?.()).toMatchObject({ mediaType: 'image/svg+xml' })
    const head = words(page, '.masthead')
    for (const part of [
      'Testing Clinic',
      'Near you',
      '555-0142',
      '555-0143',
      'clinic.example.org',
      'Mondays',
      '1 Road',
    ])
      expect(head).toContain(part)
  })

  it('overrides a partial, a label, a notice and styles of its own name, and those it extends come before the common ones', async () => {
    const { compose } = await pageMaker({
      'templates/organizations/network/organization.yaml': 'name: Network\nnotices: [general, own]\n',
      'templates/organizations/network/partials/title.hbs': '<h1>{{title}} of the network</h1>\n',
      'templates/organizations/network/labels/en.yaml':
        'texts: {draft: Network draft., sources: Network sources}\n',
      'templates/organizations/network/notices/own/en.md': 'Only *here*.\n',
      'templates/organizations/network/styles.css': '/* network */\n',
      'templates/organizations/clinic/organization.yaml': 'name: Testing Clinic\nextends: network\n',
      'templates/organizations/clinic/labels/en.yaml': 'texts: {draft: Own draft.}\n',
      'templates/organizations/clinic/notices/general/en.md': 'Own general notice.\n',
      'templates/organizations/clinic/styles.css': '/* clinic */\n',
    })
    const page = compose(bodyWith('A.:cite[a]\n'), { sources: { a: { title: 'A' } } })
    const { html } = page.job
    expect(words(page, 'h1')).toBe('Washing your hands of the network')
    expect(words(page, '.review')).toContain('Own draft.')
    expect(words(page, '.sources h2')).toBe('Network sources')
    expect(selectAll('.notice', fromHtml(html)).map(wordsOf)).toEqual(['Own general notice.', 'Only here.'])
    expect(html.indexOf('/* network */')).toBeGreaterThan(0)
    expect(html.indexOf('/* clinic */')).toBeGreaterThan(html.indexOf('/* network */'))
  })

  it('cannot end the styles of a page with its own', async () => {
    const { compose } = await pageMaker({
      'templates/organizations/clinic/styles.css': 'p { content: "</style><script>1</script>" }\n',
    })
    const tree = fromHtml(compose().job.html)
    expect(selectAll('script', tree)).toEqual([])
    expect(selectAll('style', tree)).toHaveLength(1)
  })
})
