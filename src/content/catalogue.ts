// Files of topics -> the topics, read and checked.
import type { TopicReading } from '../model/topic.js'
import { readTopic, type TopicFile } from './read-topic.js'
import type { Vocabulary } from './vocabulary.js'

/** Reads the topics that are wanted. */
export async function readCatalogue(
  found: readonly TopicFile[],
  wanted: (topic: TopicFile) => boolean,
  root: string,
  vocabulary: Vocabulary,
): Promise<TopicReading[]> {
  return Promise.all(found.filter(wanted).map((topic) => readTopic(topic, root, vocabulary)))
}
