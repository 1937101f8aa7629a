// Answers about a topic -> its file: every level and block that is required, with places marked that words are missing from.

export interface TopicAnswers {
  readonly title: string
  readonly language: string
  readonly audience: string
  /** ISO date. */
  readonly today: string
}

/** What the configuration asks of topics. */
export interface TopicShape {
  readonly levels: readonly string[]
  /** Shortest first. */
  readonly lengths: readonly string[]
  /** Kinds of block every handout must have. */
  readonly require: readonly string[]
}

interface Words {
  readonly level: (level: string) => string
  readonly summary: string
  readonly source: string
  readonly main: string
  readonly what: string
  readonly whatText: string
  readonly more: string
  readonly moreText: string
  readonly step: string
  readonly sign: string
  readonly unknown: string
  readonly question: string
  readonly box: string
}

const english: Words = {
  level: (level) => `for ${level} readers`,
  summary: 'One sentence that says what this is about',
  source: 'Title of the page or book you read',
  main: 'What matters most, in one or two short sentences',
  what: 'What is it?',
  whatText: 'Say what it is, in two or three short sentences',
  more: 'What else should I know?',
  moreText: 'Say more here',
  step: 'A step the reader can take',
  sign: 'A sign that needs a call',
  unknown: 'A thing that is not known',
  question: 'What should I ask?',
  box: 'What this box should say',
}

const spanish: Words = {
  level: (level) => `para el nivel ${level}`,
  summary: 'Una frase que diga de qué se trata',
  source: 'Título de la página o del libro que leyó',
  main: 'Lo que más importa, en una o dos frases cortas',
  what: '¿Qué es?',
  whatText: 'Diga qué es, en dos o tres frases cortas',
  more: '¿Qué más debo saber?',
  moreText: 'Diga más aquí',
  step: 'Un paso que el lector puede dar',
  sign: 'Una señal para llamar',
  unknown: 'Algo que no se sabe',
  question: '¿Qué debo preguntar?',
  box: 'Lo que dice este cuadro',
}

const bodyOf: Readonly<Record<string, (words: string) => string>> = {
  actions: (step) => `1. ${step}\n2. ${step}`,
  'get-help': (sign) => `- ${sign}`,
  unknown: (unknown) => `- ${unknown}`,
  ask: (question) => `- ${question}`,
  checklist: (step) => `- [ ] ${step}`,
}

/** The file. What is to be written stands in `[? …]`; the rule \`placeholder-left\` finds it. */
export function topicFile(answers: TopicAnswers, shape: TopicShape): string {
  const words = answers.language.split('-')[0] === 'es' ? spanish : english
  const mark = (text: string) => `[? ${text}]`
  const perLevel = (text: string) =>
    shape.levels.map((level) => `:::${level}\n${mark(`${text}, ${words.level(level)}`)}.\n:::`).join('\n\n')
  const wordsOf: Readonly<Record<string, string>> = {
    actions: words.step,
    'get-help': words.sign,
    unknown: words.unknown,
    ask: words.question,
    checklist: words.step,
  }
  const block = (kind: string) =>
    `:::${kind}\n${(bodyOf[kind] ?? ((text) => text))(mark(wordsOf[kind] ?? words.box))}\n:::`
  const required = [
    'actions',
    ...shape.require.filter((kind) => !['main-message', 'actions', 'get-help'].includes(kind)),
    'get-help',
  ]
  const longer = shape.lengths.slice(1).map((length, index, all) => {
    // The longest handout prints sources in any configuration.
    const cite = index === all.length - 1 ? ':cite[first-source]' : ''
    return `::::for{from=${length}}\n## ${mark(`${words.more} (${length})`)}\n\n${mark(words.moreText)}.${cite}\n::::`
  })
  const sources = `sources: # used as :cite[first-source]
  first-source:
    title: ${JSON.stringify(mark(words.source))}
    # publisher: Who made it
    # url: https://example.org/page
    accessed: ${answers.today} # the day you read it
`
  return `---
# Everything in [? …] waits for your words; \`handout check\` lists what is left. docs/authors.md explains the rest.
title: ${JSON.stringify(answers.title)}
summary: ${JSON.stringify(`${mark(words.summary)}.`)}
audience: ${answers.audience} # patient, caregiver, animal-owner or professional
# readers: adults who take this medicine # completes “For …” below the title
# codes: {icd-10-cm: ["I10"], snomed-ct: ["38341003"], rxnorm: ["1191"]} # for look-up by health records
# notices: [off-label] # besides those of the organization
review: { status: draft, on: ${answers.today}, every: 24 months, by: [] }
# terms: # medical words and their plain meaning; used as :term[angina]
#   angina: chest pain from too little blood flow to the heart
${longer.length > 0 ? sources : ''}---

${shape.levels.map((level) => `:::main-message{level=${level}}\n${mark(`${words.main}, ${words.level(level)}`)}.\n:::`).join('\n\n')}

## ${mark(words.what)}

${perLevel(words.whatText)}

${longer.join('\n\n')}

${required.map(block).join('\n\n')}
`
}
