import type { Action } from '../minutes/minutes-record.ts'
import { wordsOf } from '../minutes/same-action.ts'

/** By what an action is known again when later minutes repeat it. */
export interface ActionIdentity {
  /** The text without case and punctuation, and without those who act at its ends: `Ada to write it` is `write it`. */
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
const FEWEST_UNOWNED = 5

const LEADING = new Set(['and', 'i', 'll', 'we', 'will', 'to', 'volunteers', 'volunteered', 'going'])

/** What identifies an action: `owners` as they are to be compared, `names` the words by which notes may call them. */
export function identifyAction(
  { text }: Pick<Action, 'text'>,
  { owners, names }: { readonly owners: readonly string[]; readonly names: readonly string[] },
): ActionIdentity {
  return {
    exact: workOf(text, [...owners, ...names]),
    words: wordsOf({ text, owners }),
    references: new Set([...text.matchAll(REFERENCE)].map(([, number]) => number ?? '')),
    owners: owners.map((owner) => owner.toLowerCase()),
  }
}

/** What is to be done, without who does it; the whole text where little would be left. */
function workOf(text: string, people: readonly string[]): string {
  const words = wordsIn(text)
  const names = new Set(people.flatMap(wordsIn))
  const start = words.findIndex((word) => !names.has(word) && !LEADING.has(word))
  const end = words.findLastIndex((word) => !names.has(word)) + 1
  return (start >= 0 && end - start >= 2 ? words.slice(start, end) : words).join(' ')
}

/** Every word of a text in lower case, also numbers and `#12`. */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}#/]+/gu) ?? []
}

/**
 * Whether two actions of different meetings are one: the same words, or nearly so, or fewer with the same issue. Somebody else's
 * is never the same, nor is one about another issue.
 */
export function isSameAction(a: ActionIdentity, b: ActionIdentity): boolean {
  if (!haveCommon(a.owners, b.owners)) return false
  if (a.exact === b.exact) return isTelling(a) && isTelling(b)
  const bothRefer = a.references.size > 0 && b.references.size > 0
  const refer = bothRefer && [...a.references].some((number) => b.references.has(number))
  if (bothRefer && !refer) return false
  const [shorter, longer] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words]
  const shared = [...shorter].filter((word) => longer.has(word)).length
  const isWhole = shared === shorter.size && a.owners.length > 0 && b.owners.length > 0
  if (shorter.size < (refer ? 2 : isWhole ? FEWEST_WORDS - 1 : FEWEST_WORDS)) return false
  const needed = refer ? ALIKE.withReference : ALIKE.alone
  return shared / shorter.size >= needed && shared / longer.size >= LEAST_OF_LONGER
}

/** Words that nobody owns must be many, or name an issue: `10 minutes left` is said in every meeting. */
function isTelling({ owners, words, references }: ActionIdentity): boolean {
  return owners.length > 0 || references.size > 0 || words.size >= FEWEST_UNOWNED
}

/** Nobody named fits everybody. */
function haveCommon(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((owner) => b.includes(owner))
}
