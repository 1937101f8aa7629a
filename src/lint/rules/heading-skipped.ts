// Headings of a variant -> those that stand under none of the rank above.
import type { Rule } from '../rule.js'
import { walk } from '../walk.js'

export const headingSkipped: Rule = {
  id: 'heading-skipped',
  severity: 'error',
  finds: 'A heading stands under no heading of the rank above.',
  why:
    'People who listen to a page move by its headings; a rank that is left out sounds like a part that is missing (PDF/UA-1, ' +
    'ISO 14289-1:2014 7.4.2). It often comes from a `##` that is printed in fewer variants than the `###` below it.',
  variant({ trees }, report) {
    // Sections are headings of the second rank, and boxes that stand as sections have one of their own.
    let rank = 1
    for (const tree of trees)
      walk(tree, (node) => {
        if (node.type === 'containerDirective') rank = Math.max(rank, 2)
        if (node.type !== 'heading') return
        const { depth } = node
        if (depth > rank + 1)
          report({
            place: node.position,
            reason: `This heading of rank ${depth} stands under none of rank ${depth - 1}.`,
            hint: `Write it with ${'#'.repeat(rank + 1)}, or print the heading above it in the same variants.`,
          })
        rank = depth
      })
  },
  examples: [
    { text: '### At home\n\nRest.', at: ['1:1'] },
    {
      title: 'The section is printed for one level, its part for all.',
      text: '## :easy[At home]\n\n### In bed\n\nRest.',
      at: ['3:1'],
    },
    { text: '## At home\n\n### In bed\n\nRest.\n\n## Away\n\nRest.', at: [] },
    { text: '## :easy[At home]:for[Home]{level="everyday detailed"}\n\n### In bed\n\nRest.', at: [] },
  ],
}
