// JUnit XML: its counts, what fails and what is only told, and that it is well-formed whatever the words are.
import { parseXml, XmlElement } from '@rgrove/parse-xml'
import { describe, expect, it } from 'vitest'
import { plainContext } from '../../src/report/context.js'
import { junitReport } from '../../src/report/junit.js'
import { context, dangerous, hostileMessage, sample } from './messages.js'

function read(report: string): XmlElement {
  const { root } = parseXml(report)
  if (!root) throw new Error('no root element')
  return root
}

const elements = (parent: XmlElement) =>
  parent.children.filter((child): child is XmlElement => child instanceof XmlElement)

describe('junitReport', () => {
  it('has a suite for each file and a case for each message; only errors fail', () => {
    const root = read(junitReport(sample(), context))
    expect(root.attributes).toEqual({ name: 'handout-press', tests: '3', failures: '1' })
    const [first, second] = elements(root)
    expect(first?.attributes).toEqual({ name: 'content/a/en.md', tests: '2', failures: '1' })
    expect(second?.attributes).toEqual({ name: 'output/a.pdf', tests: '1', failures: '0' })
    const [warning, error] = first ? elements(first) : []
    expect(warning?.attributes).toEqual({ classname: 'content/a/en.md', name: 'word-hard (2:5)' })
    expect(warning?.text).toBe('warning: content/a/en.md:2:5\n“hard” has an easier word.\nWrite “easy”.')
    expect(error && elements(error)[0]?.name).toBe('failure')
    expect(error && elements(error)[0]?.attributes).toEqual({
      type: 'block-missing',
      message: 'There is no `:::actions`.',
    })
  })

  it('has one case that passed when there is nothing to tell', () => {
    const root = read(junitReport([], context))
    expect(root.attributes).toMatchObject({ tests: '1', failures: '0' })
    expect(elements(root).flatMap(elements)).toHaveLength(1)
  })

  it('is well-formed and keeps the words, whatever they are', () => {
    const report = junitReport([hostileMessage()], plainContext)
    expect(report).not.toMatch(dangerous)
    const failure = elements(read(report)).flatMap(elements).flatMap(elements)[0]
    expect(failure?.text).toContain('"quoted" <b>&\'x\' 100% a,b:c ]]> ::error::gone')
    expect(failure?.attributes.message).toContain("<b>&'x'")
  })
})
