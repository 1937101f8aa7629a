import { describe, expect, it } from 'vitest'
import { readXml, XmlError } from '../../../src/verify/read/xml.js'

describe('XML', () => {
  it('is read with its namespaces, attributes, entities and CDATA', () => {
    const root = readXml(
      `\ufeff<?xml version="1.0"?><!-- a -- b --><a:one xmlns:a="urn:a" xmlns="urn:b" a:x='&lt;&#65;&#x42;'>t<two>u</two><![CDATA[<v>]]></a:one> `,
    )
    expect(root).toMatchObject({ prefix: 'a', name: 'one', namespace: 'urn:a', text: 't<v>' })
    expect(root.attributes).toEqual([{ prefix: 'a', name: 'x', namespace: 'urn:a', value: '<AB' }])
    expect(root.children).toMatchObject([{ prefix: '', name: 'two', namespace: 'urn:b', text: 'u' }])
  })

  it.each([
    ['nothing', ''],
    ['no element', 'text'],
    ['two roots', '<a/><b/>'],
    ['text after the root', '<a/>text'],
    ['an element that is not closed', '<a><b></a>'],
    ['an element that is not open', '<a></a></b>'],
    ['a broken tag', '<a b=c/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['a prefix without namespace', '<x:a/>'],
    ['an entity of its own', '<a>&own;</a>'],
    ['an entity that is not closed', '<a>AT&T</a>'],
    ['a character that is none', '<a>&#x110000;</a>'],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['a comment without end', '<a><!-- </a>'],
    ['elements without end', '<a>'.repeat(1000)],
  ])('with %s is none', (_, source) => {
    expect(() => readXml(source)).toThrow(XmlError)
  })
})
