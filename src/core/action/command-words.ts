import { refuse } from '../problem.ts'
import { didYouMean } from '../text/nearest.ts'

/** Ends never, or asks a person. */
const NOT_IN_A_JOB = ['calendar serve', 'completion']

/** Options that the Action sets by itself, so that a command stays where its inputs put it. */
const NOT_BY_HAND = ['--cwd', '--json', '--color', '--no-color', '--quiet', '-q']

/** A command of wg as the Action runs it. */
export interface CommandWords {
  /** `meeting new` */
  readonly name: string
  /** All words, as they go to the program. */
  readonly words: readonly string[]
}

/**
 * The words of a command line, without a shell: white space parts them, quotes hold them together, and no other sign means anything. Refuses
 * what is none of the commands.
 */
export function commandWords(line: string, commands: readonly string[]): CommandWords {
  const words = splitWords(line)
  const name = [words.slice(0, 2).join(' '), words[0] ?? ''].find((each) => commands.includes(each))
  if (name === undefined || NOT_IN_A_JOB.includes(name)) {
    const why = name === undefined ? 'is no command of wg' : 'cannot run in a job'
    throw refuse(
      'usage',
      `The input \`command\` holds \`${line}\`, which ${why}.`,
      didYouMean(words.join(' '), commands) ?? 'Write one as you would type it, without `wg`: `meeting new`.',
    )
  }
  const own = words.find((word) => NOT_BY_HAND.includes(word.split('=')[0] ?? ''))
  if (own === undefined) return { name, words }
  throw refuse(
    'usage',
    `The input \`command\` holds \`${own}\`, which the Action sets by itself.`,
    'Leave it out; the input `working-directory` says where to work.',
  )
}

function splitWords(line: string): readonly string[] {
  const parts = [...line.trim().matchAll(/((?:"[^"]*"|'[^']*'|[^\s"'])+)|(["'])/g)]
  if (parts.some(([, , open]) => open !== undefined))
    throw refuse('usage', `In the input \`command\` a quote is not closed: \`${line}\`.`)
  return parts.map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double = '', single = '') => `${double}${single}`),
  )
}
