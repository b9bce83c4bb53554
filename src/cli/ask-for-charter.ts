import type { Ask } from '../core/charters/kinds.ts'
import { day, kebabName, line, paragraph } from '../core/fields.ts'
import { given } from '../core/given.ts'
import type { NewCharter } from '../core/plan/new-charter.ts'
import { refuse } from '../core/problem.ts'
import type { World } from './world.ts'

interface CharterQuestion {
  readonly field: keyof NewCharter
  readonly message: string
  readonly shape: typeof line | typeof day
}

/** What each question says, and the shape that its answer must have in the file. */
const QUESTIONS: Readonly<Record<Ask | 'name', CharterQuestion>> = {
  name: { field: 'name', message: 'What is the team called?', shape: line },
  mission: { field: 'mission', message: 'What is it for, in a sentence?', shape: paragraph },
  'part-of': {
    field: 'partOf',
    message: 'Which team is it a part of (empty when of none)?',
    shape: kebabName,
  },
  'reports-to': {
    field: 'reportsTo',
    message: 'Which body or team does it answer to (empty while that is undecided)?',
    shape: kebabName,
  },
  reports: {
    field: 'reports',
    message: 'Where do reports go (mail or web; empty while undecided)?',
    shape: line,
  },
  'review-by': {
    field: 'reviewBy',
    message: 'By which day is its charter to be reviewed (2028-12-31; empty while undecided)?',
    shape: day,
  },
  end: {
    field: 'end',
    message: 'By which day is its work to be done (2027-12-31; empty while undecided)?',
    shape: day,
  },
}

/** Asks a person for what a new charter needs; an answer that would not pass the checks is asked for again. Refuses where nobody can answer. */
export async function askForCharter(
  made: NewCharter,
  { terminal, prompter }: World,
  asks: readonly Ask[],
): Promise<NewCharter> {
  if (!terminal.interactive) {
    throw refuse(
      'usage',
      '`wg charter new` asks a few questions, and here nobody can answer.',
      `Run it with \`--yes\`; options say the rest (\`wg charter new --help\`), and what is not said is undecided.`,
    )
  }
  let answered = made
  for (const ask of ['name', ...asks] as const) {
    const { field, message, shape } = QUESTIONS[ask]
    const fault = (text: string) =>
      text.trim() === '' ? undefined : shape.safeParse(text.trim()).error?.issues[0]?.message
    const initial = field === 'name' ? made.name : ''
    const answer = await prompter.text({ message, initial, fault })
    if (answer === undefined) throw refuse('charter', 'Nothing was written.')
    answered = { ...answered, ...given({ [field]: answer.trim() || undefined }) }
  }
  return answered
}
