// Words of a variant -> abbreviations in capitals that are not spelled out at their first use.

import type { Rule } from '../rule.js'
import { isFamiliar } from '../words/familiar.js'

/** Read by everyone without being spelled out. */
const everyday = new Set('US USA UK EU OK TV ID AM PM FAQ DVD USB COVID ZIP PO EE UU'.split(' '))
const numeral = /^[IVX]+$/
/** What stands before a word that is sent as it is. */
const sent = /\b(?:text|reply|env[ií]e|mande|escriba|responda)(?: the word| el texto| la palabra)? $/i
/** Words, then the letters, in one pair of brackets: “(cognitive behavioral therapy; CBT)”. */
const spelledOut = /\((?:[^()]*\p{L}[\s-]+\p{L}[^()]*)[,;:] $/u
const numbered = /(?:schedule|type|stage|grade|phase|factor|class|part|volume|chapter|level|nerve|group)s? $/i

export const abbreviationUndefined: Rule = {
  id: 'abbreviation-undefined',
  severity: 'warning',
  finds: 'An abbreviation is not spelled out where it is first used.',
  why:
    'Letters that stand for words mean nothing to those who do not know the words (CDC Clear Communication Index, item 7). Write ' +
    '“magnetic resonance imaging (MRI)”, “MRI (a scan)”, or make it a term of the topic. Abbreviations every reader of yours ' +
    'knows go to `check.abbreviations`.',
  languages: ['en', 'es'],
  variant({ topic, blocks, place, print, settings }, report) {
    const isKnown = new Set([...everyday, ...settings.check.abbreviations])
    for (const key of [...Object.keys(topic.meta.terms), print.selected.title])
      for (const { text } of capitals(key)) isKnown.add(text)
    for (const block of blocks)
      for (const { text, start, end } of capitals(block.plain)) {
        if (isKnown.has(text)) continue
        const before = block.plain.slice(0, start)
        const after = block.plain.slice(end)
        if (numeral.test(text) && (text.length > 2 || numbered.test(before))) continue
        if (block.kind === 'heading' && !/^s? ?\(|\($/.test(after)) continue
        isKnown.add(text)
        if (
          /^ ?\(/.test(after) ||
          /\((?:an? |the )?$|\b(?:called|known as|named|llamad[oa]s?|se llaman?)(?: an?| the| un| una| el| la)? $/i.test(
            before,
          ) ||
          spelledOut.test(before) ||
          sent.test(before) ||
          isFamiliar(text)
        )
          continue
        report({
          place: place(block, start, end),
          key: text,
          reason: `“${text}” is not spelled out.`,
          hint: `Write the words and then “(${text})”, or make it a term. If every reader knows it, add it to \`check.abbreviations\`.`,
        })
      }
  },
  examples: [
    { text: 'You may need an MRI. The MRI is loud.', at: ['1:17'] },
    { text: 'Rest.\n\n- Some NSAIDs raise blood pressure.\n- Ask for a **CT** scan.', at: ['3:8', '4:15'] },
    {
      text: 'You may need magnetic resonance imaging (MRI). The MRI is loud. NSAIDs (pain relievers such as ibuprofen) can hurt.',
      at: [],
    },
    {
      title: 'A word that is sent to a number.',
      text: 'Llame al 988 o envíe AYUDA al 988. En español, mande el texto AYUDA al 988.',
      at: [],
      language: 'es',
    },
    {
      title: 'Words and letters in one pair of brackets.',
      text: 'La TCC (terapia cognitivo-conductual; CBT en inglés) ayuda.',
      at: [],
      language: 'es',
    },
    {
      title: 'Words in capitals, numerals, and what everyone knows.',
      text: 'Do NOT stop. It is a US Schedule III drug. Type II.',
      at: [],
    },
  ],
}

function capitals(text: string): { text: string; start: number; end: number }[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}-])\p{Lu}{2,}(?=s?(?![\p{L}\p{N}]))/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end:
      match.index +
      match[0].length +
      (/^s(?![\p{L}\p{N}])/u.test(text.slice(match.index + match[0].length)) ? 1 : 0),
  }))
}
