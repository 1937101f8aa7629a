// Facts about a material -> decisions about its words: everyday words, medical terms, speaking to the reader.
import { actionItems, count, quoted } from './checks.js'
import { agree, type Decision, decideBy, disagree, inEnglish, undecided } from './item.js'
import type { Material } from './material.js'

/** Of 100 words; “everyday language most of the time” allows a few. */
const mostHardWords = 3

/** Grade within the limits, few words that have an easier one. That the words are common, a person says. */
export function everydayWords(material: Material): Decision {
  const { readability, limits } = material.text
  const { fleschKincaid, smog, inflesz } = readability.withoutTerms
  if (inflesz !== undefined)
    return inflesz < limits.inflesz
      ? disagree(`INFLESZ ${inflesz}, at least ${limits.inflesz}.`)
      : undecided(`INFLESZ ${inflesz}, at least ${limits.inflesz}.`)
  if (fleschKincaid === undefined || smog === undefined) return undecided('No formula for this language.')
  const hard = material.hits('hard-word').length
  const grades = `Flesch–Kincaid grade ${fleschKincaid}, at most ${limits.fleschKincaid}; SMOG ${smog}, at most ${limits.smog}.`
  const found =
    limits.hardWords === 'none'
      ? 'This level may have hard words.'
      : `${count(hard, 'word')} of ${readability.words} with an easier one.`
  const tooHard = (100 * hard) / Math.max(1, readability.words) > mostHardWords
  const overLimit = fleschKincaid > limits.fleschKincaid || smog > limits.smog
  return tooHard || overLimit ? disagree(`${grades} ${found}`) : undecided(`${grades} ${found}`)
}

/** Rules about words a reader may not know. */
export const termRules = ['term-unexplained', 'abbreviation-undefined'] as const

/** Medical words and abbreviations have their meaning where they are first used. */
export function termsExplained(material: Material): Decision {
  const hits = material.hits(...termRules)
  if (hits.length > 0)
    return disagree(hits.map(({ line, reason }) => `Line ${line ?? 1}: ${reason}`).join(' '))
  const explained = [...material.explained.keys()]
  return agree(
    explained.length === 0
      ? 'No medical term or abbreviation without a meaning.'
      : `Explained at first use: ${quoted(explained)}.`,
  )
}

/** Abbreviations and terms are explained; that the words are the readers’ own, a person says. */
export function readersWords(material: Material): Decision {
  const terms = termsExplained(material)
  if (terms.answer === 'disagree') return terms
  const everyday = everydayWords(material)
  return { ...everyday, evidence: `${everyday.evidence} ${terms.evidence}` }
}

const you = /\b(?:you|your|yours|yourself)\b/i
/** Steps that talk about the reader instead of to the reader. */
const thirdPerson =
  /^(?:the )?(?:patients?|people|persons?|individuals?|users?|one|parents?|caregivers?|owners?)\b.{0,40}\b(?:should|must|may|can|need|needs|ought)\b/i

/** “You”, and steps that speak to the reader. */
export function speaksToReader(material: Material): Decision {
  return inEnglish(material, () => {
    const sentences = material.text.blocks.flatMap((block) =>
      material.text.analyze(block).sentences.map(({ start, end }) => block.plain.slice(start, end)),
    )
    const addressed = sentences.filter((sentence) => you.test(sentence)).length
    const about = sentences.filter((sentence) => thirdPerson.test(sentence))
    const steps = actionItems(material).length
    const said = `“You” or “your” in ${addressed} of ${count(sentences.length, 'sentence')}; ${count(steps, 'step')}`
    return decideBy(
      addressed > 0 && about.length === 0,
      about.length === 0
        ? `${said} to the reader.`
        : `${said}. Talks about the reader instead: ${quoted(about)}.`,
    )
  })
}
