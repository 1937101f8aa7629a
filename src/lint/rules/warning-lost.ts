// Variants of one length -> warnings and calls for help that one level has and another has not.
import type { Position } from 'unist'
import type { Rule, VariantText } from '../rule.js'
import { sameLength } from '../same-length.js'
import { walk } from '../walk.js'

interface Box {
  readonly kind: string
  readonly items: number
  readonly place: Position | undefined
}

export const warningLost: Rule = {
  id: 'warning-lost',
  severity: 'error',
  finds: 'A warning of one level is missing in another of the same length.',
  why:
    'Who reads less easily is not in less danger. Compared are the boxes `:::warning` and `:::get-help`, by their number, and the ' +
    'items in them (a list that is shorter in one level is a warning, because two signs may be said in one line).',
  topic({ variants }, report) {
    for (const together of sameLength(variants)) {
      const boxes = new Map(together.map((text) => [text, boxesOf(text)]))
      for (const kind of new Set([...boxes.values()].flat().map((box) => box.kind)))
        for (const [text, own] of boxes)
          for (const [index, box] of own.filter((one) => one.kind === kind).entries()) {
            const counterpart = (one: VariantText) =>
              boxes.get(one)?.filter((other) => other.kind === kind)[index]
            const lost = together.filter((one) => !counterpart(one))
            const shorter = together.filter((one) => (counterpart(one)?.items ?? box.items) < box.items)
            if (lost.length > 0)
              report({
                place: box.place,
                key: 'lost',
                variants: [text],
                reason: `This ${kind} box is missing in ${names(lost)}.`,
                hint: 'Say it in every level, in words of that level.',
              })
            else if (shorter.length > 0)
              report({
                place: box.place,
                key: 'shorter',
                variants: [text],
                severity: 'warning',
                reason: `This ${kind} box has ${box.items} items; ${shorter
                  .map((one) => `${one.print.level} has ${counterpart(one)?.items}`)
                  .join(', ')}.`,
                hint: 'See that no sign of danger is lost.',
              })
          }
    }
  },
  examples: [
    {
      text: ':::warning{level="everyday detailed" until=short}\nDo not stop it at once.\n:::',
      at: ['1:1'],
    },
    {
      title: 'An emergency is another kind of box than a call to the clinic; and a list that lost a sign.',
      text:
        ':::get-help{level=easy until=short}\nCall us.\n:::\n\n:::get-help{emergency level="everyday detailed" until=short}\nCall 911.\n:::\n\n' +
        ':::get-help{level=easy from=long}\n- fever\n:::\n\n:::get-help{level="everyday detailed" from=long}\n- fever\n- rash\n:::',
      at: ['1:1', '5:1', '13:1'],
    },
    {
      text: ':::warning{level=easy}\nDo not stop it.\n:::\n\n:::warning{level="everyday detailed"}\nDo not stop it at once.\n:::',
      at: [],
    },
    {
      title: 'Longer handouts may warn of more.',
      text: ':::warning{from=long}\nDo not stop it.\n:::',
      at: [],
    },
  ],
}

function boxesOf({ trees }: VariantText): Box[] {
  const boxes: Box[] = []
  for (const tree of trees)
    walk(tree, (node) => {
      if (node.type !== 'containerDirective') return
      if (node.name !== 'warning' && node.name !== 'get-help') return
      const isEmergency = node.attributes?.emergency != null
      let items = 0
      walk(node, ({ type }) => {
        if (type === 'listItem') items += 1
      })
      boxes.push({ kind: isEmergency ? `${node.name} emergency` : node.name, items, place: node.position })
    })
  return boxes
}

function names(texts: readonly VariantText[]): string {
  return texts.map(({ print }) => print.level).join(' and ')
}
