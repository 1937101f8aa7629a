// What became of a variant -> its record in the manifest.

import type { VFileMessage } from 'vfile-message'
import type { FileRecord, HandoutRecord } from '../model/manifest.js'
import { type MessageRecord, toRecord } from '../model/message.js'
import { forLevel, type Topic } from '../model/topic.js'
import { type Variant, variantId } from '../model/variant.js'
import type { Composed } from '../pipeline/compose.js'

/** A handout whose files are there. */
export function madeRecord(
  composed: Composed,
  options: {
    readonly topic: Topic
    readonly paper: string
    readonly files: HandoutRecord['files']
    readonly conformance: readonly string[]
    readonly fingerprint: string
    readonly inputs: string
    readonly messages: readonly VFileMessage[]
  },
): HandoutRecord {
  const { variant } = composed
  return {
    id: variantId(variant),
    ...plain(variant),
    title: composed.title,
    paper: options.paper,
    status: 'made',
    files: options.files,
    readability: composed.readability,
    conformance: options.conformance,
    review: composed.review,
    version: composed.version,
    fingerprint: options.fingerprint,
    inputs: options.inputs,
    messages: options.messages.map(toRecord),
  }
}

/** A handout that could not be made. */
export function failedRecord(
  variant: Variant,
  topic: Topic | undefined,
  paper: string,
  messages: readonly MessageRecord[],
): HandoutRecord {
  return {
    id: variantId(variant),
    ...plain(variant),
    title: topic ? forLevel(topic.meta.title, variant.level) : variant.topic,
    paper,
    status: 'failed',
    files: {},
    conformance: [],
    review: { status: topic?.meta.review.status ?? '', on: topic?.meta.review.on ?? '', due: '' },
    version: '',
    fingerprint: '',
    inputs: '',
    messages,
  }
}

/** A variant may be a whole record of an earlier run; only what makes it one is taken. */
function plain(variant: Variant): Variant {
  const { organization, language, topic, level, length, edition, beside, onPaper, color } = variant
  return {
    organization,
    language,
    topic,
    level,
    length,
    edition,
    ...(beside === undefined ? {} : { beside }),
    ...(onPaper === undefined ? {} : { onPaper }),
    ...(color === undefined ? {} : { color }),
  }
}

/** Files of a record, whichever there are. */
export function filesOf({ files }: Pick<HandoutRecord, 'files'>): FileRecord[] {
  return [files.pdf, files.html].filter((file) => file !== undefined)
}
