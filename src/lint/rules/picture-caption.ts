// Pictures of a topic -> those that inform and have no caption.
import type { Image } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Rule } from '../rule.js'

export const pictureCaption: Rule = {
  id: 'picture-caption',
  severity: 'warning',
  finds: 'A picture that informs has no caption.',
  why:
    'A reader who does not see at once what a picture shows passes it over; a caption says it (PEMAT item 17; CDC Clear ' +
    'Communication Index, item 4). Write it behind the address: `![alt](hand.svg "Wash for 20 seconds")`. Decoration is marked ' +
    '`{decorative}`.',
  topic({ topic }, report) {
    visit(topic.body, 'image', (node: Image) => {
      if (node.data?.decorative || node.title?.trim()) return
      report({
        place: node.position,
        reason: 'This picture has no caption.',
        hint: `Write \`![${node.alt ?? ''}](${node.url} "what it shows")\`, or mark it \`{decorative}\`.`,
      })
    })
  },
  examples: [
    { text: '![Hands under a tap](hands.svg)', at: ['1:1'] },
    { text: 'Wash.\n\n- So: ![Hands](hands.svg "")', at: ['3:7'] },
    { text: '![Hands under a tap](hands.svg "Wash for 20 seconds")', at: [] },
    { text: '![](line.svg){decorative}', at: [] },
  ],
}
