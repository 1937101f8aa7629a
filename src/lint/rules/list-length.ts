// Lists of a variant -> those with more items than a reader keeps in mind.
import type { List } from 'mdast'
import type { Rule } from '../rule.js'
import { walk } from '../walk.js'

export const listLength: Rule = {
  id: 'list-length',
  severity: 'warning',
  finds: 'A list has too many items without a break.',
  why:
    'More than seven items in a row are not kept in mind (CDC Clear Communication Index, item 8). The message stands at the first ' +
    'item too many. Group the items under short headings or bold words. Limit: `check.list-items`.',
  variant({ trees, settings }, report) {
    const most = settings.check.listItems
    for (const tree of trees)
      walk(tree, (list) => {
        const surplus = list.type === 'list' ? list.children[most] : undefined
        if (surplus)
          report({
            place: surplus.position,
            reason: `This list has ${(list as List).children.length} items; the limit is ${most}.`,
            hint: 'Break it into groups, each with a name.',
          })
      })
  },
  examples: [
    { text: '- a\n- b\n- c\n- d\n- e\n- f\n- g\n- h', at: ['8:1'] },
    { text: ':::actions\n1. a\n2. b\n3. c\n4. d\n5. e\n6. f\n7. g\n8. h\n9. i\n:::', at: ['9:1'] },
    { text: '- a\n- b\n- c\n- d\n- e\n- f\n- g', at: [] },
    { title: 'Two groups.', text: 'At home\n\n- a\n- b\n- c\n- d\n\nOut\n\n- e\n- f\n- g\n- h', at: [] },
  ],
}
