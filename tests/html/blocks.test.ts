// Every block of the source format in, what a reader notices of it out.
import { describe, expect, it } from 'vitest'
import { compileBody, labelsOf, wordsOf } from '../helpers/html.js'

const labels = labelsOf('en')

describe(':::main-message', () => {
  it('is apart from the sections, with its own words before it', () => {
    const { main, html } = compileBody(':::main-message\nWash your *hands*.\n:::\n\n## Why\n\nBecause.\n')
    expect(main).toBe(`${labels.blocks['main-message']}<p>Wash your <em>hands</em>.</p>`)
    expect(html).not.toContain('hands')
  })

  it('may have a label of its own', () => {
    expect(compileBody(':::main-message[Most important]\nWash.\n:::\n').main).toBe(
      'Most important<p>Wash.</p>',
    )
  })
})

describe('sections', () => {
  it('hold a heading and what follows it', () => {
    const { all } = compileBody('Before.\n\n## One\n\nA\n\n### Part\n\nB\n\n## Two\n\nC\n')
    expect(all('section').map(wordsOf)).toEqual(['Before.', 'One A Part B', 'Two C'])
    expect(all('section > h2').map(wordsOf)).toEqual(['One', 'Two'])
    expect(all('section > .section-body > h3').map(wordsOf)).toEqual(['Part'])
    expect(all('section > .section-body > p').map(wordsOf)).toEqual(['Before.', 'A', 'B', 'C'])
  })
})

describe(':::warning and :::note', () => {
  it.each([
    ['warning', 'Warning'],
    ['note', 'Good to know'],
  ])('%s says its kind in words, beside an icon that is hidden from readers', (name, kind) => {
    const { text, get } = compileBody(`:::${name}[Hot *water*]\nTake care.\n:::\n`)
    expect(text('.box-title')).toBe(`${kind}: Hot water`)
    expect(text(`.box.${name}`)).toBe(`${kind}: Hot water Take care.`)
    expect(get('.box .icon-box').properties.ariaHidden).toBe('true')
    expect(get('.box .icon-box svg').properties.ariaHidden).toBe('true')
  })

  it('without a title carries the kind alone', () => {
    expect(compileBody(':::warning\nTake care.\n:::\n').text('.box-title')).toBe('Warning')
    expect(compileBody(':::warning[Warning]\nTake care.\n:::\n').text('.box-title')).toBe('Warning')
  })
})

describe(':::get-help', () => {
  it('is a section with a heading', () => {
    const { text, all } = compileBody(':::get-help[Call us if]\n- you are unsure.\n:::\n')
    expect(text('section.get-help-box h2')).toBe('Call us if')
    expect(text('section.get-help-box li')).toBe('you are unsure.')
    expect(all('.emergency')).toEqual([])
  })

  it('has a stronger form for emergencies, with another icon', () => {
    const calm = compileBody(':::get-help\n- A.\n:::\n')
    const urgent = compileBody(':::get-help{emergency}\n- A.\n:::\n')
    expect(urgent.all('section.get-help-box.emergency')).toHaveLength(1)
    expect(calm.text('h2')).toBe('When to get help')
    expect(urgent.html.match(/<svg[\s\S]*?<\/svg>/)?.[0]).not.toBe(
      calm.html.match(/<svg[\s\S]*?<\/svg>/)?.[0],
    )
  })
})

describe(':::actions, :::unknown and :::ask', () => {
  it('actions are numbered steps, whichever list was written', () => {
    for (const list of ['1. A\n2. B', '- A\n- B']) {
      const { text, all } = compileBody(`:::actions[What you can do]\n${list}\n:::\n`)
      expect(text('section.actions > h2')).toBe('What you can do')
      expect(all('section.actions ol > li').map(wordsOf)).toEqual(['A', 'B'])
      expect(all('ul')).toEqual([])
    }
  })

  it('unknown is a section with a heading of its own', () => {
    const { text } = compileBody(':::unknown\nMuch.\n:::\n')
    expect(text('section.unknown > h2')).toBe('What we do not know')
    expect(text('section.unknown p')).toBe('Much.')
  })

  it('ask gives room to write behind each question', () => {
    const { all, text } = compileBody(':::ask[Questions]\n- How?\n- When?\n:::\n')
    expect(text('section.ask > h2')).toBe('Questions')
    expect(all('section.ask li')).toHaveLength(2)
    expect(all('section.ask li .lines .line')).toHaveLength(2)
  })
})

describe('boxes to tick', () => {
  it('come from a checklist', () => {
    const { all, text } = compileBody(':::checklist[Bring]\n- A card\n- Your list\n:::\n')
    expect(text('.checklist-title')).toBe('Bring')
    expect(all('ul.checklist > li').map(wordsOf)).toEqual(['A card', 'Your list'])
  })

  it('come from a task list, ticked ones told apart, and nothing to click', () => {
    const { all } = compileBody('- [ ] A card\n- [x] Your list\n\n  with more\n')
    expect(all('ul.checklist > li')).toHaveLength(2)
    expect(all('ul.checklist > li.ticked').map(wordsOf)).toEqual([expect.stringContaining('Your list')])
    expect(all('input')).toEqual([])
  })
})

describe('room to write', () => {
  it('::blank is a line behind its words', () => {
    const { text, all } = compileBody('::blank[Your next visit]\n')
    expect(text('p.blank .blank-label')).toBe('Your next visit')
    expect(all('p.blank .blank-line')).toHaveLength(1)
  })

  it.each([
    [':::write[My notes]{lines=4}\n:::\n', 'My notes', 4],
    ['::write[My notes]{lines=2}\n', 'My notes', 2],
    ['::write\n', 'Notes', 3],
    [':::write\n:::\n', 'Notes', 3],
  ])('%j has its title and its lines', (source, title, lines) => {
    const { text, all } = compileBody(source)
    expect(text('.write-title')).toBe(title)
    expect(all('.write .line')).toHaveLength(lines)
  })
})

describe('::icon-array', () => {
  const source = '::icon-array{count=7 of=30 label="people who feel sick"}\n'

  it('draws so many of so many, told apart by more than colour', () => {
    const { all } = compileBody(source)
    expect(all('figure svg path.counted')).toHaveLength(7)
    expect(all('figure svg path.other')).toHaveLength(23)
  })

  it('says the numbers in words, for those who see and those who do not', () => {
    const { text, get } = compileBody(source)
    expect(text('figcaption')).toBe('7 in 30: people who feel sick')
    expect(get('figure svg').properties).toMatchObject({
      role: 'img',
      ariaLabel: '7 in 30: people who feel sick',
    })
  })

  it('of none and of all are drawn too', () => {
    expect(compileBody('::icon-array{count=0 of=5 label="x"}\n').all('path.counted')).toEqual([])
    expect(compileBody('::icon-array{count=5 of=5 label="x"}\n').all('path.other')).toEqual([])
  })
})

describe('::qr', () => {
  it('is a code with its address printed beside it, as a link', () => {
    const { get, text } = compileBody('::qr{to="https://example.org/a?b=1"}\n')
    expect(get('figure.qr svg').properties.ariaLabel).toBe('Square code that opens https://example.org/a?b=1')
    expect(text('figure.qr figcaption a')).toBe('example.org/a?b=1')
    expect(get('figure.qr a').properties.href).toBe('https://example.org/a?b=1')
  })

  it('may carry words of its own', () => {
    expect(compileBody('::qr[Our film]{to="https://example.org/a"}\n').text('figcaption')).toBe('Our film')
  })

  it('to the topic goes where the organization keeps it', () => {
    const { get } = compileBody('::qr{to=topic}\n', { topicAddress: 'https://example.org/hands' })
    expect(get('figure.qr a').properties.href).toBe('https://example.org/hands')
  })

  it('to the topic is left out where the organization keeps it nowhere', () => {
    const { all, text } = compileBody('A\n\n::qr{to=topic}\n')
    expect(all('svg')).toEqual([])
    expect(all('figure')).toEqual([])
    expect(text()).toBe('A')
  })
})

describe('a picture', () => {
  it('alone in a paragraph is a figure with its caption', () => {
    const { get, text } = compileBody('![Two hands](x.png "Palm to palm")\n')
    expect(get('figure img').properties).toMatchObject({
      alt: 'Two hands',
      src: 'https://handout.invalid/pictures/1',
      width: 40,
      height: 20,
    })
    expect(text('figure figcaption')).toBe('Palm to palm')
  })

  it('in a line stays in the line', () => {
    const { all } = compileBody('A ![b](x.png) c.\n')
    expect(all('figure')).toEqual([])
    expect(all('p > img')).toHaveLength(1)
  })

  it('for decoration has an empty alternative and no figure', () => {
    const { get, all } = compileBody('![](x.png){decorative}\n')
    expect(get('img').properties.alt).toBe('')
    expect(all('figure')).toEqual([])
  })
})

describe('inside a line', () => {
  it(':term gives its meaning where it is first used', () => {
    const { text, all } = compileBody('A :term[germ] is small. Another :term[germ].\n')
    expect(text('p')).toBe('A germ (a tiny living thing) is small. Another germ.')
    expect(all('dfn').map(wordsOf)).toEqual(['germ'])
  })

  it(':term has words of another language marked in its meaning', () => {
    const meta = { terms: { FDA: 'agencia de :lang[drugs]{tag=en} <b> de EE. UU.' } }
    const { text, all, html } = compileBody('La :term[FDA].\n', { meta })
    expect(text('p')).toBe('La FDA (agencia de drugs <b> de EE. UU.).')
    expect(all('.meaning span[lang=en]').map(wordsOf)).toEqual(['drugs'])
    expect(html).not.toContain('<b>')
  })

  it(':cite is a number that stays with the word before it', () => {
    const { text, all } = compileBody('Wash:cite[cdc] and dry :cite[who, cdc] well.\n')
    expect(text('p')).toBe('Wash[1] and dry[2, 1] well.')
    expect(all('sup.cite').map(wordsOf)).toEqual(['[1]', '[2, 1]'])
    expect(wordsOf(all('.unbroken')[0] ?? { type: 'root', children: [] })).toBe('Wash[1]')
  })

  it.each([
    ['肥皂能把细菌从皮肤上带走。', '走。[1]'],
    ['请看“洗手”。', '手”。[1]'],
    ['ใช้สบู่', 'บู่[1]'],
    ['用Purell', 'Purell[1]'],
    [`see ${'long'.repeat(20)}`, `${'long'.repeat(20).slice(-30)}[1]`],
  ])('a line may end before the last piece of %s', (words, last) => {
    expect(compileBody(`${words}:cite[cdc]\n`).all('.unbroken').map(wordsOf)).toEqual([last])
  })

  it(':cite is gone in a short handout', () => {
    expect(compileBody('Wash :cite[who] well.\n', { variant: { length: 'short' } }).text('p')).toBe(
      'Wash well.',
    )
  })

  it(':lang marks words of another language', () => {
    const { get } = compileBody('Say :lang[hola]{tag=es}.\n')
    expect(get('p span[lang]').properties.lang).toBe('es')
    expect(compileBody(':::lang{tag=es}\nHola.\n:::\n').get('div[lang]').properties.lang).toBe('es')
  })

  it.each(['555-0142', '(515) 555-0142', '515-555-0142', '1-800-222-1222', '+1 515-555-0142'])(
    'the phone number %s stays in one piece',
    (number) => {
      expect(compileBody(`Call ${number}, or wait.\n`).all('.unbroken').map(wordsOf)).toEqual([number])
    },
  )

  it.each(['2026-11-22', '12345-6789-0', 'a-555-0142', '1555-0142x'])('%s is no phone number', (words) => {
    expect(compileBody(`On ${words} now.\n`).all('.unbroken')).toEqual([])
  })
})

describe('the rest of Markdown', () => {
  it('tables have heads that are told apart from their cells, and no empty cell', () => {
    const { all } = compileBody('| a | b |\n|---|:-:|\n| 1 | |\n')
    expect(all('th').map((cell) => cell.properties.scope)).toEqual(['col', 'col'])
    expect(all('td').map((cell) => cell.children.length)).toEqual([1, 1])
  })

  it('footnotes are words at the end, with ways there and back', () => {
    const { get, text } = compileBody('Wash[^1].\n\n[^1]: With soap.\n')
    const reference = get('sup a')
    const note = get('section[data-footnotes] li')
    expect(reference.properties.href).toBe(`#${note.properties.id}`)
    expect(get('section[data-footnotes] a').properties.href).toBe(`#${reference.properties.id}`)
    expect(text('section[data-footnotes] h2')).toBe('Footnotes')
    expect(text('section[data-footnotes] li')).toContain('With soap.')
  })

  it('a link written as a reference works in the main message too', () => {
    const { main } = compileBody(':::main-message\nSee [ours][a].\n:::\n\n[a]: https://example.org\n')
    expect(main).toContain('<a href="https://example.org">ours</a>')
  })

  it('lists of short items are marked for two columns, others are not', () => {
    expect(compileBody('- a\n- b\n- c\n- d\n').all('ul.two-columns')).toHaveLength(1)
    expect(compileBody('- a\n- b\n- c\n').all('ul.two-columns')).toEqual([])
    expect(compileBody(`- a\n- b\n- c\n- ${'long '.repeat(10)}\n`).all('ul.two-columns')).toEqual([])
    expect(compileBody('1. a\n2. b\n3. c\n4. d\n').all('.two-columns')).toEqual([])
  })

  it('code, quotations, deleted and strong words are kept', () => {
    const { html } = compileBody('> `a` **b** ~~c~~ _d_\n\n---\n')
    for (const piece of [
      '<blockquote>',
      '<code>a</code>',
      '<strong>b</strong>',
      '<del>c</del>',
      '<em>d</em>',
      '<hr>',
    ])
      expect(html).toContain(piece)
  })
})
