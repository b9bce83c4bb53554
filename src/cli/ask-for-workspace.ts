import { given } from '../core/given.ts'
import type { NewWorkspace } from '../core/plan/new-workspace.ts'
import { refuse } from '../core/problem.ts'
import type { World } from './world.ts'

/** The questions of `wg init`, each with the answer that Enter gives. */
const QUESTIONS = [
  { field: 'name', message: 'What is the group called?' },
  { field: 'team', message: 'Its short name (small letters and dashes)?' },
  { field: 'zone', message: 'In which time zone does it set its clock?' },
  { field: 'starts', message: 'When is its first meeting, on that clock?' },
  { field: 'repeats', message: 'How often does it meet?' },
  { field: 'duration', message: 'For how long?' },
  { field: 'login', message: 'Your GitHub login (empty to add people later)?' },
] as const

/** Asks a person for what a new workspace needs. Refuses where nobody can answer. */
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
  const answers: Record<string, string> = {}
  for (const { field, message } of QUESTIONS) {
    const answer = await prompter.text({ message, initial: defaults[field] ?? '' })
    if (answer === undefined) throw refuse('init', 'Nothing was made.')
    if (answer.trim() !== '') answers[field] = answer.trim()
  }
  return { ...defaults, ...given(answers) }
}
