// handout new: asks, or takes flags, and writes a folder for an organization or a topic that builds at once.
import { Command } from 'commander'
import { loadSettings, readSurroundings } from '../../config/load.js'
import { HandoutError } from '../../model/error.js'
import { problemOfName } from '../../scaffold/folder-name.js'
import type { OrganizationFlags } from '../new-organization.js'
import type { NewFlags, NewTools } from '../new-shared.js'
import type { TopicFlags } from '../new-topic.js'
import { command, flagsOf } from '../options.js'
import { Terminal } from '../terminal.js'
import { today } from '../today.js'

const organization = command('organization', 'write the folder of an organization')
  .argument('<name>', 'name of its folder, such as riverside-clinic')
  .option('--name <words>', 'its name as it stands on every page')
  .option('--tagline <words>', 'words below the name')
  .option('--phone <number>', 'phone number for questions')
  .option('--after-hours <number>', 'phone number after hours')
  .option('--url <address>', 'web address')
  .option('--hours <words>', 'opening hours')
  .option('--address <words>', 'postal address')
  .option('--languages <tags>', 'languages, such as en,es')
  .option('--paper <size>', 'letter or a4')
  .option('--primary <colour>', 'main colour, such as "#0b4f6c"')
  .option('--extends <organization>', 'organization from which it inherits')
  .option('--yes', 'ask nothing')
  .action(async (name: string, flags: OrganizationFlags) => {
    const tools = await toolsFor(name, flags)
    const { newOrganization } = await import('../new-organization.js')
    await newOrganization(name, flags, tools)
  })

const topic = command('topic', 'write a topic with all levels, to be filled in')
  .argument('<name>', 'name of its folder, such as high-blood-pressure')
  .option('--title <words>', 'its title')
  .option('--language <tag>', 'language of the text')
  .option('--audience <who>', 'patient, caregiver, animal-owner or professional')
  .option('--yes', 'ask nothing')
  .action(async (name: string, flags: TopicFlags) => {
    const tools = await toolsFor(name, flags)
    const { newTopic } = await import('../new-topic.js')
    await newTopic(name, flags, tools)
  })

export const newCommand = new Command('new')
  .description('write a new organization or topic that builds at once')
  .addCommand(organization.exitOverride().showSuggestionAfterError())
  .addCommand(topic.exitOverride().showSuggestionAfterError())

async function toolsFor(name: string, flags: NewFlags): Promise<NewTools> {
  const problem = problemOfName(name)
  if (problem) throw new HandoutError('usage-wrong', problem.reason, { hint: problem.hint })
  const surroundings = readSurroundings()
  const { stdin: input, stderr: output } = process
  return {
    settings: await loadSettings(flagsOf(flags), surroundings),
    terminal: new Terminal({
      quiet: flags.quiet === true,
      color: flags.color === false ? false : undefined,
      ci: true,
    }),
    // On a terminal questions go where messages go: results may be piped on.
    person: !flags.yes && input.isTTY && output.isTTY ? { input, output } : undefined,
    today: today(surroundings.env),
  }
}
