import type { Refusal } from '../core/problem.ts'

/** The problems that one series has with GitHub as every other one would: the token is refused, a limit is reached, GitHub is away. */
const ENDS = ['github-token', 'github-limit', 'github-down']

/** Whether it is of no use to go on with the next series. */
export function endsTheCommand({ problems }: Refusal): boolean {
  return problems.some(({ rule }) => ENDS.includes(rule))
}
