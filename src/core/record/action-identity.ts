import type { Action } from '../minutes/minutes-record.ts'
import { wordsOf } from '../minutes/same-action.ts'

/** By what an action is known again when later minutes repeat it. */
export interface ActionIdentity {
  /** The text without case, punctuation and box. */
  readonly exact: string
  readonly words: ReadonlySet<string>
  /** Numbers of issues and pull requests. */
  readonly references: ReadonlySet<string>
  readonly owners: readonly string[]
}

const REFERENCE = /(?:#|\/(?:issues|pull|discussions)\/)(\d{1,7})\b/g
/** How much of the shorter of two texts must stand in the other; less when both name the same issue. */
const ALIKE = { alone: 0.75, withReference: 0.5 } as const
/** How much of the longer one. */
const LEAST_OF_LONGER = 0.4
const FEWEST_WORDS = 4

/** What identifies an action; `owners` as they are to be compared. */
export function identifyAction({ text }: Pick<Action, 'text'>, owners: readonly string[]): ActionIdentity {
  return {
    exact: text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}#/]+/gu, ' ')
      .trim(),
    words: wordsOf({ text, owners }),
    references: new Set([...text.matchAll(REFERENCE)].map(([, number]) => number ?? '')),
    owners: owners.map((owner) => owner.toLowerCase()),
  }
}

/**
 * Whether two actions of different meetings are one: the same words, or nearly so, or fewer with the same issue. Somebody else's
 * is never the same, nor is one about another issue.
 */
export function isSameAction(a: ActionIdentity, b: ActionIdentity): boolean {
  if (!haveCommon(a.owners, b.owners)) return false
  if (a.exact === b.exact) return true
  const bothRefer = a.references.size > 0 && b.references.size > 0
  const refer = bothRefer && [...a.references].some((number) => b.references.has(number))
  if (bothRefer && !refer) return false
  const [shorter, longer] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words]
  if (shorter.size < (refer ? 2 : FEWEST_WORDS)) return false
  const shared = [...shorter].filter((word) => longer.has(word)).length
  const needed = refer ? ALIKE.withReference : ALIKE.alone
  return shared / shorter.size >= needed && shared / longer.size >= LEAST_OF_LONGER
}

/** Nobody named fits everybody. */
function haveCommon(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((owner) => b.includes(owner))
}
