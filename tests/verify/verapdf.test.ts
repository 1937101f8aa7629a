import { describe, expect, it } from 'vitest'
import { askVeraPdf, parseReport } from '../../src/verify/verapdf.js'

function report(compliant: boolean, rules: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<report>
  <buildInformation><releaseDetails id="core" version="1.28.1"></releaseDetails></buildInformation>
  <jobs>
    <job>
      <item size="23485"><name>/handouts/a.pdf</name></item>
      <validationReport jobEndStatus="normal" profileName="PDF/UA-1 validation profile" statement="…" isCompliant="${compliant}">
        <details passedRules="104" failedRules="2" passedChecks="999" failedChecks="3">${rules}</details>
      </validationReport>
    </job>
  </jobs>
</report>`
}

const twoRules = `
  <rule specification="ISO 14289-1:2014" clause="7.1" testNumber="3" status="failed" failedChecks="2">
    <description>Content shall be marked as Artifact or tagged</description>
    <check status="failed"><context>root/document[0]</context></check>
  </rule>
  <rule specification="ISO 14289-1:2014" clause="7.18.5" testNumber="2" status="failed" failedChecks="1"></rule>
  <rule specification="ISO 14289-1:2014" clause="7.2" testNumber="3" status="passed" failedChecks="0"></rule>`

describe('a report of veraPDF', () => {
  it('of a good file has no rules', () => {
    expect(parseReport(report(true, ''), 'ua1')).toEqual({ flavour: 'ua1', compliant: true, failed: [] })
  })

  it('of a bad file names those that failed', () => {
    const found = parseReport(report(false, twoRules), '2a')
    expect(found).toEqual({ flavour: '2a', compliant: false, failed: ['7.1-3', '7.18.5-2'] })
  })

  it.each([
    [''],
    ['not XML'],
    ['<report><jobs><job><taskException>no PDF</taskException></job></jobs></report>'],
  ])('without a verdict is none: %s', (text) => {
    expect(parseReport(text, 'ua1')).toBeUndefined()
  })
})

describe('veraPDF', () => {
  it('is not asked where it is not installed', async () => {
    const opinion = await askVeraPdf('a.pdf', [], { command: 'verapdf-that-is-not-installed' })
    expect(opinion).toEqual({ kind: 'not-installed' })
  })

  it('gives no opinion when what runs under its name is something else', async () => {
    const opinion = await askVeraPdf('a.pdf', [], { command: process.execPath })
    expect(opinion.kind).toBe('failed')
  })
})
