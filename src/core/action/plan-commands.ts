import type { CommandWords } from './command-words.ts'

/** The commands whose `--json` holds a plan or problems, so that the Action can make a table and annotations of it. The others print text. */
const PLAN_COMMANDS = [
  'run',
  'check',
  'calendar',
  'meeting new',
  'meeting cancel',
  'meeting move',
  'minutes new',
  'minutes publish',
  'plan comment',
]

/** Whether the Action reads what the command prints as a document. */
export function hasDocument({ name, words }: CommandWords): boolean {
  return PLAN_COMMANDS.includes(name) || (name === 'render' && words.includes('--check'))
}
