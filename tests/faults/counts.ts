// FAULTS=few -> counts for every change; otherwise the full ones.

const few = process.env.FAULTS === 'few'

/** How much of each is done. */
export const counts = {
  /** Topics of the large library; three handouts each. */
  topics: few ? 30 : 667,
  /** Topics of the library that is built again and again. */
  fewTopics: few ? 10 : 20,
  browserKills: few ? 4 : 20,
  rendererKills: few ? 4 : 20,
  stops: few ? 1 : 5,
  toolKills: few ? 6 : 100,
  interrupts: few ? 3 : 20,
  damagedTopics: few ? 20 : 100,
  /** Times that two builds run at once. */
  pairs: few ? 2 : 20,
  /** Entries damaged in each way. */
  damages: few ? 10 : 50,
}
