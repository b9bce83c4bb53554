import { type Part, PARTS } from '../core/chores/chore.ts'
import { refuse } from '../core/problem.ts'
import { didYouMean } from '../core/text/nearest.ts'

/** The parts that `--only meetings,minutes` names; all when it is left out. Refuses a name that is none. */
export function readParts(only: unknown): ReadonlySet<Part> {
  if (typeof only !== 'string') return new Set(PARTS)
  const named = only.split(',').map((name) => name.trim())
  const unknown = named.find((name) => !PARTS.some((part) => part === name))
  if (unknown !== undefined)
    throw refuse(
      'usage',
      `\`--only\` names \`${unknown}\`, which is no part of the run.`,
      [didYouMean(unknown, [...PARTS]), `The parts are ${PARTS.join(', ')}.`].filter(Boolean).join(' '),
    )
  return new Set(PARTS.filter((part) => named.includes(part)))
}
