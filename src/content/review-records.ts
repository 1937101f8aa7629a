// The `reviews/` folder beside a topic -> signed records, and every fault in them at its line.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import * as z from 'zod'
import { fault } from '../model/message.js'
import type { ReviewRecord, Signed, SignedAnswer } from '../model/review-record.js'
import { readYaml } from '../yaml/checked-yaml.js'

const folderName = 'reviews'
const rule = 'review-record'
const text = z.string('Write text here').trim().min(1, 'Write some text here')

/** `yes` and `no` are the words of the Clear Communication Index. */
const answers: Readonly<Record<string, SignedAnswer>> = {
  agree: 'agree',
  yes: 'agree',
  disagree: 'disagree',
  no: 'disagree',
  'not-applicable': 'not-applicable',
}
const known = 'Write `agree`, `disagree` or `not-applicable`'
const answer = z
  .string(known)
  .refine((word) => Object.hasOwn(answers, word), known)
  .transform((word): SignedAnswer => answers[word] ?? 'disagree')

const recordSchema = z.strictObject({
  instrument: text,
  language: text,
  level: text,
  length: text,
  text: z.string().regex(/^t[0-9a-f]{12}$/, 'Copy the text id from the report: a `t` and 12 digits'),
  by: text,
  on: z.iso.date('Write the date as YYYY-MM-DD'),
  items: z
    .record(
      z.string().regex(/^\d{1,2}$/, 'Write the number of the item'),
      z.union([
        answer.transform((word) => ({ answer: word, because: '' })),
        z.strictObject({ answer, because: text }),
      ]),
    )
    .refine((items) => Object.keys(items).length > 0, 'Write at least one answer'),
})

export interface ReviewReading {
  readonly records: readonly ReviewRecord[]
  readonly messages: readonly VFileMessage[]
}

/**
 * Reads the records of a topic; a topic without the folder has none.
 *
 * @param topicFile absolute path of one of its texts
 */
export async function readReviewRecords(topicFile: string, root: string): Promise<ReviewReading> {
  const folder = path.join(path.dirname(topicFile), folderName)
  const names = await readdir(folder).catch(() => [])
  const readings = await Promise.all(
    names
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .map((name) => readRecord(path.join(folder, name), root)),
  )
  return {
    records: readings.flatMap(({ records }) => records),
    messages: readings.flatMap(({ messages }) => messages),
  }
}

async function readRecord(file: string, root: string): Promise<ReviewReading> {
  const shown = path.relative(root, file).split(path.sep).join('/')
  const written = await readFile(file, 'utf8').catch(() => undefined)
  if (written === undefined)
    return {
      records: [],
      messages: [
        fault({
          rule: `${rule}-unreadable`,
          reason: 'The record cannot be read.',
          hint: 'Check that you may read it.',
          file: shown,
          place: { line: 1, column: 1 },
        }),
      ],
    }
  const { value, messages, placeOf } = readYaml(written, 1, recordSchema, shown, rule)
  if (!value) return { records: [], messages }
  const { items, ...rest } = value
  const signed = Object.entries(items).map(([key, one]): [number, Signed] => {
    const number = Number(key)
    return [number, { ...one, place: placeOf(['items', number], 'key') }]
  })
  const record: ReviewRecord = {
    ...rest,
    path: shown,
    textPlace: placeOf(['text']),
    answers: new Map(signed),
  }
  return { records: [record], messages }
}
