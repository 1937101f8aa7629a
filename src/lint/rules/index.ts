// The table of rules.
import type { Rule } from '../rule.js'
import { abbreviationUndefined } from './abbreviation-undefined.js'
import { alwaysErrors } from './always.js'
import { denominatorsDiffer } from './denominators-differ.js'
import { gradeOverLimit } from './grade-over-limit.js'
import { hardWord } from './hard-word.js'
import { headingMissing } from './heading-missing.js'
import { headingSkipped } from './heading-skipped.js'
import { ignoreInvalid } from './ignore-invalid.js'
import { ignoreUnused } from './ignore-unused.js'
import { linkText } from './link-text.js'
import { listLength } from './list-length.js'
import { numberLost } from './number-lost.js'
import { oneInX } from './one-in-x.js'
import { paragraphLength } from './paragraph-length.js'
import { passiveRate } from './passive-rate.js'
import { pictureCaption } from './picture-caption.js'
import { placeholderLeft } from './placeholder-left.js'
import { relativeRiskAlone } from './relative-risk-alone.js'
import { reviewChanged } from './review-changed.js'
import { reviewDueSoon } from './review-due.js'
import { reviewOverdue } from './review-overdue.js'
import { reviewUnsigned } from './review-unsigned.js'
import { sentenceLength } from './sentence-length.js'
import { sourceUncited } from './source-uncited.js'
import { sourceUndated } from './source-undated.js'
import { termUnexplained } from './term-unexplained.js'
import { translationPartsDiffer } from './translation-parts-differ.js'
import { translationStale } from './translation-stale.js'
import { translationUnbound } from './translation-unbound.js'
import { variantSame } from './variant-same.js'
import { warningLost } from './warning-lost.js'

/** In the order of the documentation: words, numbers, order, proof, upkeep. */
export const rules: readonly Rule[] = [
  gradeOverLimit,
  sentenceLength,
  paragraphLength,
  passiveRate,
  hardWord,
  termUnexplained,
  abbreviationUndefined,
  oneInX,
  relativeRiskAlone,
  denominatorsDiffer,
  numberLost,
  warningLost,
  listLength,
  headingMissing,
  headingSkipped,
  linkText,
  pictureCaption,
  sourceUndated,
  sourceUncited,
  reviewOverdue,
  reviewDueSoon,
  reviewChanged,
  reviewUnsigned,
  placeholderLeft,
  translationStale,
  translationPartsDiffer,
  translationUnbound,
  variantSame,
  ignoreInvalid,
  ignoreUnused,
  ...alwaysErrors,
]
