import { diff3Merge } from 'node-diff3'
import { findRef, makeCommit, type CommitChanges } from './branch-deeds.ts'
import { filesOf, historyOf, type Files, type GitStore } from './git-store.ts'
import { touch } from './item-deeds.ts'
import {
  instantOf,
  nameWithOwner,
  type Actor,
  type MergeMethod,
  type PullRequest,
  type WorldState,
} from './world-state.ts'

/** How a pull request is merged, and by whom. */
export interface Merging {
  readonly method: MergeMethod
  readonly author: Actor | null
  readonly headline?: string | null
  readonly body?: string | null
}

/**
 * Merges an open pull request, the files line by line as git does. `gone` when a branch is not there, `conflict` when both have
 * changed the same lines. Whether it may be merged is the caller's question.
 */
export function mergePullRequest(
  state: WorldState,
  pullRequest: PullRequest,
  { method, author, headline, body }: Merging,
): 'merged' | 'conflict' | 'gone' {
  const { repository } = pullRequest
  const [base, head] = [pullRequest.baseRefName, pullRequest.headRefName].map((name) =>
    findRef(repository, `refs/heads/${name}`),
  )
  if (!base || !head) return 'gone'
  const changes = changesOf(repository.git, base.oid, head.oid)
  if (!changes) return 'conflict'
  base.oid = makeCommit(state, repository, {
    ...changes,
    parents: method === 'MERGE' ? [base.oid, head.oid] : [base.oid],
    message: [headline ?? headlineOf(pullRequest, method), body ?? ''].join('\n\n').trim(),
    author,
  })
  pullRequest.state = 'MERGED'
  pullRequest.closedAt = pullRequest.mergedAt = instantOf(state)
  touch(state, pullRequest)
  return 'merged'
}

function headlineOf(pullRequest: PullRequest, method: MergeMethod): string {
  const { number, title, headRefName, repository } = pullRequest
  return method === 'MERGE'
    ? `Merge pull request #${number} from ${nameWithOwner(repository).split('/')[0] ?? ''}/${headRefName}`
    : `${title} (#${number})`
}

type Changes = Pick<CommitChanges, 'additions' | 'deletions'>

/** What the head does to the files of the base since they parted; undefined when both have changed the same lines. */
function changesOf(git: GitStore, base: string, head: string): Changes | undefined {
  const known = new Set(historyOf(git, base))
  const parted = historyOf(git, head).find((oid) => known.has(oid))
  const before: Files = parted === undefined ? new Map() : filesOf(git, parted)
  const [ours, theirs] = [filesOf(git, base), filesOf(git, head)]
  const additions = new Map<string, Buffer>()
  const deletions: string[] = []
  for (const path of new Set([...before.keys(), ...theirs.keys()])) {
    const [old, our, their] = [before.get(path), ours.get(path), theirs.get(path)]
    if (same(old, their) || same(our, their)) continue
    const merged = same(old, our) ? their : mergeContents(old, our, their)
    if (merged === 'conflict') return undefined
    if (merged) additions.set(path, merged)
    else deletions.push(path)
  }
  return { additions, deletions }
}

type Content = Buffer | undefined

function same(one: Content, other: Content): boolean {
  return one && other ? one.equals(other) : one === other
}

function mergeContents(old: Content, our: Content, their: Content): Buffer | 'conflict' {
  if (!our || !their) return 'conflict'
  const [ours, before, theirs] = [our, old, their].map((content) => (content?.toString() ?? '').split('\n'))
  const regions = diff3Merge(ours ?? [], before ?? [], theirs ?? [], { excludeFalseConflicts: true })
  const lines: string[] = []
  for (const { ok } of regions) {
    if (!ok) return 'conflict'
    lines.push(...ok)
  }
  return Buffer.from(lines.join('\n'))
}
