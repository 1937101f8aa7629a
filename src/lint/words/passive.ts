// English sentence trees -> where a verb stands in the passive voice.
import type { Root, Sentence, Word } from 'nlcst'
import { toString as textOf } from 'nlcst-to-string'
import retextPassive from 'retext-passive'
import { VFile } from 'vfile'

interface Span {
  readonly start: number
  readonly end: number
}

const be = new Set([
  'am',
  'are',
  'were',
  'being',
  'is',
  'been',
  'was',
  'be',
  "isn't",
  "aren't",
  "wasn't",
  "weren't",
])
/** A form of “be” and a word that is no article, preposition or other word that a participle never is. */
const mayBePassive =
  /\b(?:am|are|were|being|is|been|was|be|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)\s+(?!(?:an?|the|in|on|at|of|for|to|from|with|no|very|so|too|more|less|most|your?|my|his|her|its|our|their|this|that|these|those|one|two|about|up|out|off|if|as|by|like|under|over|it|you|he|she|they|we|there|what|who|why|how|when|where|\w+ing|\d+)\b)[a-z]/i

/** Words in -ed that describe how someone is, or are no participles at all. */
const adjectives = new Set(
  (
    'aged advanced ashamed bored breed complicated concerned confused crowded dedicated depressed detailed ' +
    'embarrassed excited exhausted experienced feed frightened impaired indeed interested limited located married ' +
    'mixed need pleased prolonged red relaxed relieved retired satisfied scared seed speed stressed supposed ' +
    'surprised tired unaffected upset used worried'
  ).split(' '),
)

/** Participles of retext-passive's list that mostly describe a state after a form of “be”. */
const states = new Set([
  'become',
  'been',
  'come',
  'cost',
  'fit',
  'found-out',
  'gone',
  'hurt',
  'met',
  'read',
  'rid',
  'set',
  'swollen',
  'upset',
])

const farBetween = 2

const irregular = retextPassive()

/** Irregular participles as retext-passive knows them, and regular ones in -ed; both after a form of “be”. */
export function findPassives(tree: Root, sentences: readonly Sentence[], text: string): Span[] {
  if (!mayBePassive.test(text)) return []
  const file = new VFile()
  irregular(tree, file)
  const spans = file.messages.flatMap(({ ruleId, place }): Span[] => {
    if (ruleId === undefined || states.has(ruleId) || !place || !('start' in place)) return []
    return [{ start: place.start.offset ?? 0, end: place.end.offset ?? 0 }]
  })
  for (const sentence of sentences) {
    const words = sentence.children.filter((node): node is Word => node.type === 'WordNode')
    words.forEach((word, index) => {
      const written = textOf(word).toLowerCase()
      if (!/[a-z]{2}ed$/.test(written) || adjectives.has(written)) return
      for (let before = index - 1; before >= 0 && before >= index - 1 - farBetween; before--) {
        const verb = textOf(words[before] ?? [])
          .toLowerCase()
          .replace('’', "'")
        if (be.has(verb)) {
          spans.push({ start: word.position?.start.offset ?? 0, end: word.position?.end.offset ?? 0 })
          return
        }
        if (!/ly$|^(?:not|also|often|never|always|now|still|then|just|being)$/.test(verb)) return
      }
    })
  }
  return spans.sort((a, b) => a.start - b.start)
}
