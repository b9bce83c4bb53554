import { dayTime, kebabName, line, login, zone } from '../core/fields.ts'
import { given } from '../core/given.ts'
import { cadence, length } from '../core/meetings/written-series.ts'
import { kebabOf, type NewWorkspace } from '../core/plan/new-workspace.ts'
import { refuse } from '../core/problem.ts'
import type { World } from './world.ts'

/** The questions of `wg init`, each with the shape that its answer must have in the files. */
const QUESTIONS = [
  { field: 'name', message: 'What is the group called?', shape: line },
  { field: 'team', message: 'Its short name (small letters and dashes)?', shape: kebabName },
  { field: 'zone', message: 'In which time zone does it set its clock?', shape: zone },
  { field: 'starts', message: 'When is its first meeting, on that clock?', shape: dayTime },
  { field: 'repeats', message: 'How often does it meet?', shape: cadence },
  { field: 'duration', message: 'For how long?', shape: length },
  { field: 'login', message: 'Your GitHub login (empty to add people later)?', shape: login },
] as const

/** Asks a person for what a new workspace needs; an answer that would not pass the checks is asked for again. Refuses where nobody can answer. */
export async function askForWorkspace(
  defaults: NewWorkspace,
  { terminal, prompter }: World,
): Promise<NewWorkspace> {
  if (!terminal.interactive) {
    throw refuse(
      'usage',
      '`wg init` asks a few questions, and here nobody can answer.',
      'Run `wg init --yes`, with options where the defaults do not fit (`wg init --help`).',
    )
  }
  let wanted = defaults
  for (const { field, message, shape } of QUESTIONS) {
    const fault = (text: string) =>
      text.trim() === '' ? undefined : shape.safeParse(text.trim()).error?.issues[0]?.message
    const answer = await prompter.text({ message, initial: wanted[field] ?? '', fault })
    if (answer === undefined) throw refuse('init', 'Nothing was made.')
    wanted = { ...wanted, ...given({ [field]: answer.trim() || undefined }) }
    if (field === 'name') wanted = { ...wanted, team: kebabOf(wanted.name) }
  }
  return wanted
}
