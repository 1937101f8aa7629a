// The name of a folder and answers -> a topic with all levels, to be filled in.
import path from 'node:path'
import { lengthIds } from '../model/settings.js'
import { wordsOf } from '../scaffold/folder-name.js'
import { topicFile } from '../scaffold/topic.js'
import { answersTo } from './ask.js'
import {
  languagesOf,
  lineOfText,
  mustBeNew,
  type NewFlags,
  type NewTools,
  oneOf,
  writeNew,
} from './new-shared.js'

export interface TopicFlags extends NewFlags {
  readonly title?: string
  readonly language?: string
  readonly audience?: string
}

const audiences = ['patient', 'caregiver', 'animal-owner', 'professional']

/** @throws HandoutError `usage-wrong` */
export async function newTopic(id: string, flags: TopicFlags, tools: NewTools): Promise<void> {
  const { settings, terminal, person, today } = tools
  const folder = path.join(settings.folders.content, id)
  const answers = await answersTo(
    [
      { flag: 'title', text: 'Title', fallback: wordsOf(id, 'first'), check: lineOfText },
      { flag: 'language', text: 'Language', fallback: 'en', check: oneOf(await languagesOf(settings)) },
      {
        flag: 'audience',
        text: `For whom (${audiences.join(', ')})`,
        fallback: 'patient',
        check: oneOf(audiences),
      },
    ],
    { title: flags.title, language: flags.language, audience: flags.audience },
    person,
  )
  const [title = id, language = 'en', audience = 'patient'] = ['title', 'language', 'audience'].map((flag) =>
    answers.get(flag),
  )
  await mustBeNew(path.join(folder, `${language}.md`), settings.root)
  const text = topicFile(
    { title, language, audience, today },
    { levels: Object.keys(settings.levels), lengths: lengthIds(settings), require: settings.require },
  )
  await writeNew(folder, new Map([[`${language}.md`, text]]), tools)
  terminal.note(`What is to be written: handout check ${id}\nSee it: handout build ${id}`)
}
