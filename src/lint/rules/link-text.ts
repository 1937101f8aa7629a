// Links of a topic -> those whose words do not say where they lead.
import type { Link } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Rule } from '../rule.js'

const empty: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:please )?(?:click|tap|press|go|see|look|read|find out|learn|visit)? ?(?:on )?(?:it |this |the )?(?:here|this|link|page|website|web ?site|site|more|more information|more info|info|details|article|url|pdf|file|document|download))$/i,
  es: /^(?:(?:haga|haz|dé|da)? ?(?:clic|click)? ?(?:en )?(?:aquí|este enlace|enlace|esta página|más|más información|leer más|ver más|página|sitio|descargar))$/i,
}

export const linkText: Rule = {
  id: 'link-text',
  severity: 'warning',
  finds: 'The words of a link do not say where it leads.',
  why:
    '“Click here” is worth nothing on paper, and in a list of links read aloud it says nothing (WCAG 2.4.4). Let the words name ' +
    'the page: “Poison Help”. An address written out is fine: it is printed.',
  topic({ topic }, report) {
    const pattern = empty[topic.language.split('-')[0] ?? ''] ?? empty.en
    visit(topic.body, 'link', (node: Link) => {
      const words = textOf(node).replace(/\s+/g, ' ').trim()
      if (words !== '' && !pattern?.test(words.replace(/[.!:…]+$/, ''))) return
      report({
        place: node.position,
        reason: words === '' ? 'This link has no words.' : `“${words}” does not say where the link leads.`,
        hint: 'Write the name of the page between the brackets.',
      })
    })
  },
  examples: [
    { text: 'To learn more, [click here](https://example.org).', at: ['1:16'] },
    {
      text: 'Drink.\n\n- Read [more](https://example.org) of it.\n- See [](https://example.org).',
      at: ['3:8', '4:7'],
    },
    { text: 'See the [page of the poison center](https://example.org) or <https://example.org>.', at: [] },
    {
      text: 'Read [More about sleep](https://example.org) and [Here for Kids](https://example.org).',
      at: [],
    },
  ],
}
