import { cancel, move, putBack, regret, writeMinutes, tendProposal, decide } from './people-in-files.ts'
import {
  writeLine,
  rewriteTitle,
  rewriteTime,
  takeItemOut,
  putOnAgenda,
  takeOffAgenda,
  openOthers,
  chat,
  closeIssue,
  reopenIssue,
  copyIssue,
  takeLabelOff,
} from './people-in-issues.ts'
import type { Random } from './random.ts'
import type { Year } from './year.ts'

/** Something that a person does between two runs; nothing where there is no occasion for it. */
type Deed = (year: Year, random: Random) => void

/** What people do, and how often against each other. */
const DEEDS: readonly (readonly [share: number, deed: Deed])[] = [
  [10, writeLine],
  [2, rewriteTitle],
  [1, rewriteTime],
  [3, takeItemOut],
  [6, putOnAgenda],
  [6, takeOffAgenda],
  [8, openOthers],
  [6, chat],
  [2, closeIssue],
  [2, reopenIssue],
  [1, copyIssue],
  [3, takeLabelOff],
  [4, cancel],
  [6, move],
  [5, putBack],
  [1, regret],
  [5, writeMinutes],
  [6, tendProposal],
  [2, decide],
]

const ALL = DEEDS.flatMap(([share, deed]) => Array.from({ length: share }, () => deed))

/** Somebody does something. */
export function doSomething(year: Year, random: Random): string {
  const deed = random.pick(ALL)!
  deed(year, random)
  return deed.name.replace(/\d$/, '')
}
