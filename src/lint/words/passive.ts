// English sentence trees -> where a verb stands in the passive voice.
import type { Root, Sentence, Word } from 'nlcst'
import { toString as textOf } from 'nlcst-to-string'
import retextPassive from 'retext-passive'
import { VFile } from 'vfile'

interface Span {
  readonly start: number
  readonly end: number
}

const forms = 'am are were being is been was be'.split(' ')
const be = new Set([...forms, "isn't", "aren't", "wasn't", "weren't"])
const mayBePassive = new RegExp(`\\b(?:${forms.join('|')}|isn|aren|wasn|weren)\\b`, 'i')

/** Words that describe how someone is, or are no participles at all. */
const states = new Set(
  (
    'aged advanced ashamed become been bored breed come complicated concerned confused cost crowded dedicated ' +
    'depressed detailed embarrassed excited exhausted experienced feed fit frightened gone hurt impaired indeed ' +
    'interested limited located married met mixed need pleased prolonged read red relaxed relieved retired rid ' +
    'satisfied scared seed set speed stressed supposed surprised swollen tired unaffected upset used worried'
  ).split(' '),
)

const between = /ly$|^(?:not|also|often|never|always|now|still|then|just|being)$/
/** Words that may stand between “be” and the participle: “has not yet been widely used”. */
const farBetween = 2

/** Participles after a form of “be”: irregular ones as retext-passive knows them, and regular ones in -ed. */
export function findPassives(sentences: readonly Sentence[], text: string): Span[] {
  if (!mayBePassive.test(text)) return []
  return sentences.flatMap((sentence) => {
    const nodes = sentence.children.filter((node): node is Word => node.type === 'WordNode')
    const words = nodes.map((node) => textOf(node).toLowerCase().replace('’', "'"))
    return nodes.flatMap((node, index): Span[] => {
      const word = words[index] ?? ''
      if (!followsBe(words, index) || states.has(word)) return []
      if (!/[a-z]{2}ed$/.test(word) && !isIrregular(word)) return []
      return [{ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }]
    })
  })
}

function followsBe(words: readonly string[], index: number): boolean {
  for (let before = index - 1; before >= Math.max(0, index - 1 - farBetween); before--) {
    const word = words[before] ?? ''
    if (be.has(word)) return true
    if (!between.test(word)) return false
  }
  return false
}

const passive = retextPassive()
const known = new Map<string, boolean>()
const maxKnown = 20_000

/** Asks retext-passive about one word at a time: it prepares its whole list for every text it is given. */
function isIrregular(word: string): boolean {
  const before = known.get(word)
  if (before !== undefined) return before
  const file = new VFile()
  passive(wasFollowedBy(word), file)
  const found = file.messages.length > 0
  if (known.size >= maxKnown) known.clear()
  known.set(word, found)
  return found
}

function wasFollowedBy(word: string): Root {
  const node = (value: string): Word => ({ type: 'WordNode', children: [{ type: 'TextNode', value }] })
  const space = { type: 'WhiteSpaceNode', value: ' ' } as const
  const sentence: Sentence = { type: 'SentenceNode', children: [node('was'), space, node(word)] }
  return { type: 'RootNode', children: [{ type: 'ParagraphNode', children: [sentence] }] }
}
