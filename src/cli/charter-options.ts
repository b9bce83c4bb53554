import type { Command } from 'commander'
import { day, kebabName, line, paragraph } from '../core/fields.ts'
import { given } from '../core/given.ts'
import type { CharterFacts, NewStep } from '../core/plan/charter-step.ts'
import { readOption } from '../core/read-option.ts'
import { todayAt } from '../core/time/today.ts'

type Options = Readonly<Record<string, unknown>>

/** Adds the options that describe a step in the life of a team. */
export function addStepOptions(command: Command): Command {
  return command
    .option('--by <body>', 'who decided it: a team, or a body of wg.yml')
    .option('--link <link>', 'where that can be read: an address, or a file such as minutes')
    .option('--on <day>', 'the day of the step (today)')
    .option('--note <text>', 'what people should know of it')
    .option('--planned', 'the day may lie ahead')
    .option('--dry-run', 'print the plan and change nothing')
}

/** The step that the options describe. */
export function readStep(to: NewStep['to'], options: Options, now: Date): NewStep {
  return {
    to,
    day: readOption('--on', options['on'], day) ?? todayAt(now),
    planned: options['planned'] === true,
    ...given({
      body: readOption('--by', options['by'], kebabName),
      link: readOption('--link', options['link'], line),
      note: readOption('--note', options['note'], line),
    }),
  }
}

const FACTS = [
  { key: 'name', option: 'name', what: '--name <name>', says: 'another name', shape: line },
  { key: 'kind', option: 'kind', what: '--kind <kind>', says: 'another kind', shape: kebabName },
  {
    key: 'part-of',
    option: 'partOf',
    what: '--part-of <team>',
    says: 'the team that it is a part of',
    shape: kebabName,
  },
  {
    key: 'reports-to',
    option: 'reportsTo',
    what: '--reports-to <body>',
    says: 'the body or team that it answers to',
    shape: kebabName,
  },
  { key: 'mission', option: 'mission', what: '--mission <text>', says: 'what it is for', shape: paragraph },
  {
    key: 'review-by',
    option: 'reviewBy',
    what: '--review-by <day>',
    says: 'the day by which its charter is reviewed',
    shape: day,
  },
  {
    key: 'end',
    option: 'end',
    what: '--end <day>',
    says: 'the day on which its work is meant to be done',
    shape: day,
  },
] as const

export type FactKey = (typeof FACTS)[number]['key']

/** Adds an option for each of some keys of the front matter; for all that can be set when none is named. */
export function addFactOptions(
  command: Command,
  keys: readonly FactKey[] = FACTS.map(({ key }) => key),
): Command {
  FACTS.filter(({ key }) => keys.includes(key)).forEach(({ what, says }) => command.option(what, says))
  return command
}

/** The keys of the front matter that the options set. */
export function readFacts(options: Options): CharterFacts {
  const facts = FACTS.map(({ key, option, shape }) => [key, readOption(`--${key}`, options[option], shape)])
  return Object.fromEntries(facts.filter(([, value]) => value !== undefined)) as CharterFacts
}
