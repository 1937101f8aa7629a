// A document set at its least size before it is laid out.
import { describe, expect, it } from 'vitest'
import { atLeastSize } from '../../src/pdf/fit.js'

describe('a document at its least size', () => {
  it('has the size from its first tag on', () => {
    expect(atLeastSize('<!doctype html>\n<html lang="en"><p>Rest.</p>', 10.5)).toBe(
      '<!doctype html>\n<html style="--type: 10.5pt" lang="en"><p>Rest.</p>',
    )
  })

  it('keeps a style that the first tag has, and whatever is no whole document', () => {
    for (const html of ['<!doctype html><html lang="en" style="color: red">', '<p>Rest. <html></p>', ''])
      expect(atLeastSize(html, 10)).toBe(html)
  })
})
