// `handout gallery` in, one PDF and one page for each organization, or what is wrong with it, out.
import { readFile, stat } from 'node:fs/promises'
import { fromHtml } from 'hast-util-from-html'
import { select, selectAll } from 'hast-util-select'
import { describe, expect, it } from 'vitest'
import { openPdf } from '../../src/verify/open/file.js'
import { Reading } from '../../src/verify/read/reading.js'
import { handout } from '../helpers/cli.js'
import { library } from '../helpers/library.js'

describe.concurrent('a gallery', () => {
  it('shows every level in both editions and in grey, a second language, and both side by side, in one file that conforms', async () => {
    const { root, path } = await library({
      'templates/organizations/clinic/organization.yaml':
        'name: {en: Testing Clinic, es: Clínica de prueba}\nlanguages: [en, es]\nbilingual: [en, es]\nnotices: [general]\n',
    })
    const { code, stdout, stderr } = await handout(['gallery', 'clinic', '--root', root], { cwd: root })
    expect(code, stderr).toBe(0)
    expect(stdout).toBe('output/gallery/clinic.pdf\noutput/gallery/clinic.html\n')

    const reading = new Reading(openPdf(await readFile(path('output/gallery/clinic.pdf'))))
    const names = [
      'Easy reading, en',
      'Everyday reading, en',
      'Detailed reading, en',
      'Easy reading, large print, en',
      'Everyday reading, large print, en',
      'Detailed reading, large print, en',
      'Easy reading, without color, en',
      'Easy reading, large print, without color, en',
      'Lectura sencilla, es',
      'Lectura sencilla, letra grande, es',
      'Easy reading, en · es',
    ]
    const parts = reading.outline.filter(({ level }) => level === 1)
    // Both titles of the last one are headings.
    expect(parts.pop()?.title).toBe('Todos los bloques')
    expect(parts.map(({ title }) => title.replace(/^.*?: /, ''))).toEqual(names)
    const verified = await handout(['verify', path('output/gallery/clinic.pdf'), '--root', root])
    expect(verified.code, verified.stderr).toBe(0)

    const page = fromHtml(await readFile(path('output/gallery/clinic.html'), 'utf8'))
    expect(
      selectAll('nav a', page).map(({ children: [text] }) => text?.type === 'text' && text.value),
    ).toEqual(names)
    const frames = selectAll('iframe', page)
    expect(frames.map(({ properties }) => properties.title)).toEqual(names)
    const blocks = ['table', 'figure', '.warning', '.note', '.get-help-box.emergency', '.write', '.notices']
    for (const { properties } of frames) {
      expect(properties.sandbox).toBeDefined()
      const frame = fromHtml(String(properties.srcDoc))
      expect(blocks.filter((block) => !select(block, frame))).toEqual([])
      expect(String(properties.srcDoc)).not.toMatch(/(?:src|href)="(?!data:|#|https:\/\/example\.org)/)
    }
  })

  it('of an organization at fault is not made, and the fault is told at its place', async () => {
    const { root, path } = await library({
      'templates/organizations/clinic/organization.yaml':
        'name: Clinic\ncolors: {primary: "#9fc4dd"}\nnotices: [general]\n',
    })
    const { code, stdout } = await handout(['gallery', 'clinic', '--root', root, '--reporter', 'json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({
        rule: 'brand-contrast',
        file: 'templates/organizations/clinic/organization.yaml',
        line: 2,
        column: 19,
      }),
    )
    await expect(stat(path('output/gallery/clinic.pdf'))).rejects.toThrow('ENOENT')
  })

  it('of an organization there is not is refused', async () => {
    const { root } = await library()
    const { code, stderr } = await handout(['gallery', 'clinik', '--root', root])
    expect(code).toBe(2)
    expect(stderr).toContain('There is no organization `clinik`.')
    expect(stderr).toContain('Did you mean `clinic`?')
  })
})
