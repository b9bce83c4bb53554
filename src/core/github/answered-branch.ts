import { Refusal } from '../problem.ts'
import { type BranchAnswer, branchKey, type BranchQuestion } from './branch.ts'
import type { Answer } from './question.ts'

/** What GitHub said of a branch that was asked for. Refuses what it would not answer. */
export function answeredBranch(answer: Answer, asked: BranchQuestion): BranchAnswer {
  const found = answer.branches.get(branchKey(asked))
  if (!found) throw new Error(`nobody asked for the branch ${asked.branch} of ${asked.repository}`)
  if ('refused' in found) throw new Refusal([found.refused])
  return found
}
