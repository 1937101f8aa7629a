// The table of rules in, the page of the documentation about them out.
import type { Example, Rule } from '../../src/lint/rule.js'
import { settings } from './lint.js'

const intro = `# Rules

What \`handout check\` looks for, made from the rules and the texts that test them. A rule is an error or a warning; \`rules\` in
\`handout.yaml\` says otherwise:

\`\`\`yaml
rules: {passive-rate: off, hard-word: error}
\`\`\`

Where a rule is right in general and wrong at a place, silence it there, with the reason. The line is for the next block; before
a heading it is for the whole section; before everything else in the body it is also for the front matter and for what is
said about the whole text. Silenced findings are counted.

\`\`\`markdown
::ignore[number-lost]{reason="Only the detailed handout tells how the study was made."}

In 134 of the 260 (about 52 in 100), the clinician had used imaging.
\`\`\`

Each rule judges what a variant prints. What it finds in several variants at one place is told once, with their names:
\`(easy long)\`, \`(everyday/detailed medium)\`. Without names it is about all of them.

## How words are counted

- Headings, list items, table cells and labels of boxes each end a sentence, and their words count.
- Not counted: the title, cites, sources, the word list, notices, alternative texts, captions, pictographs, QR codes, code.
- Grades come in two: with the bracketed meanings that terms get at their first use, and without them. Limits hold for the
  grades without them; both are shown, and both stand in the manifest.
- English is split by retext. A numeral counts as a word of one syllable, a word with a hyphen as one word, letters such as
  “FDA” as they are written. Hard words of Gunning Fog leave out names, compounds, and words made long by -es, -ed, -ing;
  those of Dale–Chall leave out names, numerals and regular forms of easy words. Coleman–Liau counts letters and numerals.
- Spanish is split by the rules of Unicode; its syllables follow its spelling. It has the formulas of Fernández Huerta (as
  corrected by Law, 2011) and Szigriszt on the scale INFLESZ: over 80 very easy, 65 to 80 quite easy, 55 to 65 normal, 40
  to 55 somewhat hard.
- Other languages are counted in words and sentences. There is no grade where there is no formula.

${limits()}
`

function limits(): string {
  const rows = Object.entries(settings.levels).map(
    ([id, level]) =>
      `| ${id} | ${level.fleschKincaid} | ${level.smog} | ${level.wordsPerSentence} | ${level.longestSentence} | ${level.passivePercent} | ${level.inflesz} | ${level.hardWords} |`,
  )
  return [
    '| level | Flesch–Kincaid at most | SMOG at most | mean words a sentence at most | words of one sentence at most | sentences in the passive, in 100, at most | INFLESZ at least | hard words found |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

/** The page. */
export function rulesPage(rules: readonly Rule[]): string {
  const contents = rules.map(({ id, finds }) => `- [\`${id}\`](#${id}): ${finds}`).join('\n')
  return `${intro}\n## All rules\n\n${contents}\n\n${rules.map(section).join('\n')}`
}

function section({ id, severity, always, finds, why, languages, examples }: Rule): string {
  const kind = always ? 'always an error' : severity
  const only = languages ? `, ${languages.join(' and ')} only` : ''
  const caught = examples.filter(({ at }) => at.length > 0)
  const fine = examples.filter(({ at }) => at.length === 0)
  return [
    `## ${id}`,
    '',
    `${finds} (${kind}${only})`,
    '',
    why,
    '',
    ...(caught.length > 0 ? ['Found:', '', ...caught.flatMap(example)] : []),
    ...(fine.length > 0 ? ['Fine:', '', ...fine.flatMap(example)] : []),
  ].join('\n')
}

function example({ title, text, at, as, original }: Example): string[] {
  // An example that repeats a sentence forty times shows nothing in forty lines.
  const shown = text.length > 900 ? `${text.slice(0, 300).trimEnd()} …` : text
  const fence = '`'.repeat(3)
  const where = [
    ...(at.length > 0 ? [`at ${[...new Set(at)].join(' and ')}`] : []),
    ...(as ? [`in ${as.level} ${as.length}`] : []),
  ].join(', ')
  const head = [title ?? '', where === '' ? '' : `(${where})`].filter((word) => word !== '').join(' ')
  const source =
    original === undefined ? [] : ['of', '', `${fence}markdown`, ...original.split('\n'), fence, '']
  return [...(head === '' ? [] : [head, '']), `${fence}markdown`, ...shown.split('\n'), fence, '', ...source]
}
