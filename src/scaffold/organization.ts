// Answers about an organization -> the files of its folder, every key explained.
import { initialsLogo } from './initials-logo.js'
import { ownNotice } from './own-notice.js'

export interface OrganizationAnswers {
  /** As it stands on every page. */
  readonly name: string
  readonly extends: string | undefined
  /** What is not given comes from the organization that is extended, or is a default. */
  readonly languages: readonly string[] | undefined
  readonly paper: 'letter' | 'a4' | undefined
  readonly color: string | undefined
  readonly tagline: string | undefined
  readonly phone: string | undefined
  readonly afterHours: string | undefined
  readonly url: string | undefined
  readonly hours: string | undefined
  readonly address: string | undefined
}

/** Used where no colour is chosen; 10:1 on white. */
export const defaultColor = '#23405c'

/**
 * Files by path in the folder of the organization.
 *
 * @param topics ids of the topics there are
 */
export function organizationFiles(
  answers: OrganizationAnswers,
  topics: readonly string[],
): ReadonlyMap<string, string> {
  const files = new Map([
    ['organization.yaml', yaml(answers, topics)],
    ['logo.svg', initialsLogo(answers.name, answers.color ?? defaultColor)],
    ['styles.css', styles],
  ])
  // What an organization extends has notices of its own.
  if (answers.extends === undefined)
    for (const language of answers.languages ?? ['en']) {
      const notice = ownNotice(language, answers.name)
      if (notice !== undefined) files.set(`notices/general/${language}.md`, notice)
    }
  return files
}

function yaml(answers: OrganizationAnswers, topics: readonly string[]): string {
  const { name, languages = ['en'], paper = 'letter', color = defaultColor } = answers
  const inherited = answers.extends !== undefined
  /** A key as a line; as a comment where it is not given. */
  const line = (key: string, value: string | undefined, example: string) =>
    value === undefined ? `# ${key}: ${example}` : `${key}: ${value}`
  const own = <Value>(given: unknown, value: Value) => (inherited && given === undefined ? undefined : value)
  const contact = [
    line('phone', text(answers.phone), '555-0100'),
    line('after-hours', text(answers.afterHours), '555-0101'),
    line('url', text(answers.url), 'clinic.example.org'),
    line('hours', text(answers.hours), 'Monday to Friday, 8 am to 5 pm'),
    line('address', text(answers.address), '1 Main Street, Springfield'),
  ]
  const contactGiven = contact.some((one) => !one.startsWith('#'))
  const list = (values: readonly string[]) => `[${values.join(', ')}]`
  return `# ${name.replace(/\s+/g, ' ')}: who hands out the handouts. docs/organizations.md explains every key.
# A line that starts with # is a comment; take the # away to use it. After every change: handout check

# Stands on every page. One text, or one for each language: {en: …, es: …}
name: ${text(name)}
${line('tagline', text(answers.tagline), 'Information for patients and families')}

# Another organization to take everything from that does not stand here.
${line('extends', answers.extends, 'lakeside-health')}

# Which languages are made. A topic without a text in a language is left out.
${line('languages', own(answers.languages, list(languages)), list(languages))}

# letter or a4
${line('paper', own(answers.paper, paper), paper)}

# Six hexadecimal digits in quotes. primary: headings and lines; accent: warnings; text: everything else.
# \`handout check\` holds every pair of colours on the page against the least contrast for readers who see little.
${line('colors', own(answers.color, `{primary: "${color}"}`), `{primary: "${color}"}`)}

# Typefaces by name; \`handout doctor\` lists them.
# fonts: {body: Atkinson Hyperlegible Next, heading: Atkinson Hyperlegible Next}

# A placeholder with your initials. Save your own beside this file (PNG, JPEG or SVG) and name it here;
# alt is what screen readers say.
logo: {file: logo.svg, alt: ${text(`${name} logo`)}}

# Printed in the head of every handout. Leave out what you do not have.
${contactGiven ? 'contact:' : '# contact:'}
${contact.map((one) => (one.startsWith('#') && contactGiven ? `  ${one}` : one.replace(/^(# )?/, '$1  '))).join('\n')}

# Notices at the end of every handout, such as general and emergency. Your own words for one go to
# notices/<id>/<language>.md, as those in notices/general do.
${line('notices', own(undefined, '[general]'), '[general, emergency]')}

# Which topics are made; * stands for any letters. ${topics.length === 0 ? 'There are none yet.' : 'There are:'}
${topics.map((topic) => `#   ${topic}\n`).join('')}${line('topics', own(undefined, '{include: ["*"], exclude: []}'), '{include: ["*"], exclude: []}')}

# More notices for some topics: one line for each topic.
# topic-notices: {some-topic: [off-label]}

# Where the QR code of a handout leads; {topic} and {language} are filled in.
# topic-address: https://clinic.example.org/{language}/handouts/{topic}
`
}

/** A text in quotes: JSON is YAML. */
function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value)
}

const styles = `/* Your own look, after all common styles (templates/styles). Everything here is a comment; take out what you like,
   one at a time, and look at it with \`handout gallery\`. Colours come from organization.yaml:
   var(--primary), var(--primary-tint), var(--primary-rule), var(--accent), var(--accent-tint), var(--text).
   Nothing is fetched: @import, @font-face and url(…) are refused. */

/* A line below the head.
.masthead {
  border-bottom: 2pt solid var(--primary);
}
*/

/* Square boxes.
.main-message,
.box,
.get-help-box {
  border-radius: 0;
}
*/

/* A bar before each heading.
.section > h2 {
  padding-inline-start: 6pt;
  border-inline-start: 3pt solid var(--primary);
}
*/
`
