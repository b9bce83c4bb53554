import { given } from '../given.ts'
import { refuse } from '../problem.ts'
import { type CommandWords, commandWords } from './command-words.ts'

/** What the inputs of the Action ask for. */
export interface ActionInputs {
  readonly command: CommandWords
  /** As it was written; whether it lies in the checkout is for the caller to see. */
  readonly workingDirectory: string
  /** Empty when there is none. */
  readonly token: string
  readonly dryRun: boolean
  /** The arguments for the program, without `--cwd`. */
  readonly argv: readonly string[]
}

/** The environment of a process. */
export type Variables = Readonly<Record<string, string | undefined>>

/** Kinds of chores, as `wg run --only` takes them. */
const LIST = /^[a-z]+(?:-[a-z]+)*(?:\s*,\s*[a-z]+(?:-[a-z]+)*)*$/

/**
 * Reads the inputs from `INPUT_…`, as GitHub gives them (docs, "Metadata syntax": names in capitals, spaces as `_`, dashes kept). GitHub
 * checks nothing of them, so all is checked here. An empty input is one that was left out.
 */
export function readInputs(env: Variables, commands: readonly string[]): ActionInputs {
  const input = (name: string) => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
  const command = commandWords(input('command') || 'run', commands)
  const dryRun = readSwitch('dry-run', input('dry-run'))
  const { only, out } = given({ only: input('only') || undefined, out: input('out') || undefined })
  if (only !== undefined && !LIST.test(only))
    throw refuse(
      'usage',
      `The input \`only\` holds \`${only}\`.`,
      'Write chores with commas between them: `meetings, minutes`.',
    )
  if (out?.startsWith('-') === true)
    throw refuse('usage', `The input \`out\` holds \`${out}\`, which is no folder.`)
  return {
    command,
    workingDirectory: input('working-directory') || '.',
    token: input('token'),
    dryRun: dryRun || command.words.includes('--dry-run'),
    argv: [
      ...command.words,
      ...(dryRun ? ['--dry-run'] : []),
      ...(only === undefined ? [] : ['--only', only.replace(/\s+/g, '')]),
      ...(out === undefined ? [] : ['--out', out]),
    ],
  }
}

function readSwitch(name: string, text: string): boolean {
  if (/^(?:true|false)?$/i.test(text)) return text.toLowerCase() === 'true'
  throw refuse('usage', `The input \`${name}\` holds \`${text}\`.`, 'Write `true` or `false`.')
}
