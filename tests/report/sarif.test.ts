// SARIF: valid against its schema, with rules, regions, relative addresses, and fingerprints that outlast an edit above.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fault } from '../../src/model/message.js'
import { plainContext } from '../../src/report/context.js'
import { ruleHelp } from '../../src/report/rule-help.js'
import { sarifReport } from '../../src/report/sarif.js'
import { context, dangerous, hostileMessage, sample, source } from './messages.js'

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations?: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string }
      readonly region?: object
    }
  }[]
  readonly partialFingerprints: { readonly 'handout/v1': string }
}

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
    readonly results: readonly Result[]
  }[]
}

function read(report: string) {
  const run = (JSON.parse(report) as Sarif).runs[0]
  if (!run) throw new Error('no run')
  return { rules: run.tool.driver.rules, results: run.results }
}

const prints = (report: string) => read(report).results.map((one) => one.partialFingerprints['handout/v1'])

describe('sarifReport', () => {
  it('has a result for each message, at its region, with the index of its rule', () => {
    const { rules, results } = read(sarifReport(sample(), context))
    expect(rules.map(({ id }) => id)).toEqual(['block-missing', 'pages', 'word-hard'])
    expect(results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
      ['word-hard', 2, 'warning'],
      ['block-missing', 0, 'error'],
      ['pages', 1, 'note'],
    ])
    expect(results[0]?.message.text).toBe('“hard” has an easier word.\nWrite “easy”.')
    expect(results[0]?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'content/a/en.md', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 9 },
        },
      },
    ])
    expect(results[2]?.locations?.[0]?.physicalLocation.region).toBeUndefined()
  })

  it('explains the rules it knows', async () => {
    const { rules } = read(sarifReport(sample(), context))
    expect(rules[2]).toMatchObject({
      shortDescription: { text: 'Hard words have easier ones.' },
      help: { text: expect.stringMatching(/^Use the easier word\.[\s\S]*docs\/rules\/word-hard\.md/) },
    })
    const rule = await ruleHelp()
    const found = fault({ rule: 'deadline-exceeded', reason: 'Too long.' })
    expect(read(sarifReport([found], { ...plainContext, rule })).rules[0]).toMatchObject({
      id: 'deadline-exceeded',
      shortDescription: { text: 'Printing took too long.' },
    })
  })

  it('keeps fingerprints when lines are added above, and tells two equal remarks apart', () => {
    const [, hard] = sample()
    if (!hard) throw new Error('the sample has two messages')
    const again = sample()[1]
    const [first, second] = prints(sarifReport(again ? [hard, again] : [], context))
    expect(first).not.toBe(second)
    const moved = fault({
      rule: 'word-hard',
      reason: hard.reason,
      file: 'content/a/en.md',
      place: { line: 4, column: 5 },
    })
    const longer = { ...context, source: () => `\n\n${source}` }
    expect(prints(sarifReport([moved], longer))).toEqual(prints(sarifReport([hard], context)))
    const other = { ...context, source: () => source.replace('two', 'ten') }
    expect(prints(sarifReport([hard], other))).not.toEqual(prints(sarifReport([hard], context)))
  })

  it('writes addresses of files as relative references', () => {
    const message = fault({ rule: 'r', reason: 'x', file: 'content/a:b c%/é.md' })
    const uri = read(sarifReport([message], plainContext)).results[0]?.locations?.[0]?.physicalLocation
      .artifactLocation.uri
    expect(uri).toBe('content/a%3Ab%20c%25/%C3%A9.md')
  })

  it('has no control character raw', () => {
    expect(sarifReport([hostileMessage()], plainContext)).not.toMatch(dangerous)
  })
})

const folder = process.env.HANDOUT_SCHEMAS
const schemaFile = folder === undefined ? undefined : path.join(folder, 'sarif-2.1.0.json')
const hasSchema = schemaFile !== undefined && existsSync(schemaFile)
// The schema is not part of the repository.
if (!hasSchema)
  process.stderr.write(
    'SARIF against its schema: skipped, HANDOUT_SCHEMAS names no folder with sarif-2.1.0.json\n',
  )
describe.skipIf(!hasSchema)('the schema of SARIF 2.1.0', () => {
  const validate = () => {
    const ajv = new Ajv({
      strict: false,
      allErrors: true,
      formats: {
        uri: (text: string) => URL.canParse(text),
        'uri-reference': (text: string) => URL.canParse(text, 'https://example.org/'),
        'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
      },
    })
    return ajv.compile(JSON.parse(readFileSync(schemaFile ?? '', 'utf8')) as object)
  }

  it('holds for reports of nothing, of a sample and of hostile words', async () => {
    const valid = validate()
    const rule = await ruleHelp()
    for (const messages of [[], sample(), [hostileMessage(), ...sample()]])
      for (const given of [plainContext, context, { ...context, rule }]) {
        valid(JSON.parse(sarifReport(messages, given)))
        expect(valid.errors ?? []).toEqual([])
      }
  })

  it('holds for any messages', () => {
    const valid = validate()
    const place = fc.record({
      line: fc.integer({ min: 1, max: 99 }),
      column: fc.integer({ min: 1, max: 99 }),
    })
    const text = fc.string({ unit: 'binary' })
    const message = fc
      .record({ rule: text, reason: text, hint: text, file: text, place })
      .map((one) => fault({ ...one, severity: 'warning' }))
    fc.assert(
      fc.property(fc.array(message, { maxLength: 5 }), (messages) => {
        const report = sarifReport(messages, { ...plainContext, source: () => source })
        expect(report).not.toMatch(dangerous)
        expect(valid(JSON.parse(report)), JSON.stringify(valid.errors)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('does not hold for a report that lacks its version or has a wrong level', () => {
    const valid = validate()
    const report = JSON.parse(sarifReport(sample(), context)) as Record<string, unknown>
    expect(valid({ ...report, version: undefined })).toBe(false)
    expect(valid(JSON.parse(sarifReport(sample(), context).replace('"warning"', '"loud"')))).toBe(false)
  })
})
