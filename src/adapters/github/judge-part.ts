import type { Unanswered } from '../../core/github/question.ts'
import type { Problem } from '../../core/problem.ts'
import { describeErrors } from './describe-errors.ts'
import type { PartialFault } from './faults.ts'
import type { GraphqlError } from './graphql-error.ts'

/** The data of an answer, by the aliases of its parts. */
export type Data = Readonly<Record<string, unknown>>

/** What GitHub answered: its data, and the errors that came with it. */
export interface Settled {
  readonly data: Data
  readonly errors: readonly GraphqlError[]
}

/** What came with a fault that left a part of the data. */
export function settlePartial({ data, errors }: PartialFault): Settled {
  return { data, errors }
}

/**
 * Why a part of an answer cannot be used; undefined when it can. `aliases` are its fields, and `what` is it in words.
 * A part that is null without an error is one that GitHub does not know.
 */
export function judgePart(
  { data, errors }: Settled,
  aliases: readonly string[],
  what: string,
): Unanswered | undefined {
  const own = errors.filter(({ path }) => aliases.includes(String(path?.[0])))
  const isMissing = aliases.some((alias) => alias in data && !data[alias])
  if (own.some(({ type }) => type !== 'NOT_FOUND'))
    return { refused: describeErrors(own, `show the ${what}`) }
  if (own.length > 0 || isMissing) return { refused: noSuch(what) }
  return undefined
}

/** The errors that belong to no part of the question. */
export function strayErrors({ errors }: Settled, aliases: ReadonlySet<string>): readonly GraphqlError[] {
  return errors.filter(({ path }) => !aliases.has(String(path?.[0])))
}

function noSuch(what: string): Problem {
  return {
    rule: 'github',
    severity: 'error',
    message: `There is no ${what} that this token can see.`,
    hint: 'Check the spelling, and that the token has access to it: GitHub does not tell a missing place from a hidden one.',
  }
}
