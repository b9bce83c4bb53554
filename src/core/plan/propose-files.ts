import type { BranchAnswer, BranchQuestion, FoundPullRequest } from '../github/branch.ts'
import type { FileContent } from '../file-content.ts'
import { refuse } from '../problem.ts'
import { hashText } from '../text/memory.ts'
import { mergeTexts } from '../text/merge-texts.ts'
import type { Change, CommitFiles, EditIssue, OpenPullRequest, Plan, WriteFile } from './change.ts'

/** Files that wg would like to see on the default branch of a repository, by way of one pull request. */
export interface Proposal extends BranchQuestion {
  readonly title: string
  /** The text of the pull request; is given the text that stands there when there is one, and keeps what people wrote. */
  readonly body: (existing?: string) => string
  /** The first line of the commit. */
  readonly headline: string
  /** What each of the paths shall hold. */
  readonly files: ReadonlyMap<string, string>
  readonly tell?: OpenPullRequest['tell']
}

/** How a proposal stands, and what brings it further. */
export interface Proposed extends Plan {
  /** `landed`: the default branch holds the files. `declined`: somebody closed the pull request. */
  readonly state: 'landed' | 'open' | 'declined' | 'none'
  /** The open or declined pull request. */
  readonly pullRequest?: FoundPullRequest
}

/**
 * Plans the one pull request of a proposal: makes the branch, commits what differs, opens it. What people committed to
 * the branch stays (merged by lines); a pull request that somebody closed is not opened again.
 * Refuses what cannot be merged, and a place that can take no proposal.
 */
export function proposeFiles(proposal: Proposal, answer: BranchAnswer): Proposed {
  const files = differing(proposal, answer.base.files)
  const newest = answer.pullRequests[0]
  const open = answer.pullRequests.find(({ state }) => state === 'open')
  if (files.length === 0) return { changes: [], notes: landedNotes(proposal, open), state: 'landed' }
  if (answer.archived)
    throw refuse('github', `Nothing can be proposed to \`${answer.repository}\`: it is archived.`)
  if (!open && newest?.state === 'closed') {
    const note = `${answer.repository}#${newest.number} was closed by somebody: what it proposed is not proposed again. Open it again to change that.`
    return { changes: [], notes: [note], state: 'declined', pullRequest: newest }
  }
  const commits = planCommit(proposal, answer, open)
  if (!open) {
    const opening = openingOf(proposal, answer)
    return { changes: [...commits, opening], notes: [], state: 'none' }
  }
  const edits = planEdit(proposal, answer, open)
  const changes = [...commits, ...edits]
  const notes = changes.length === 0 ? [`${answer.repository}#${open.number} is up to date: ${open.url}`] : []
  return { changes, notes, state: 'open', pullRequest: open }
}

function differing({ files }: Proposal, base: BranchAnswer['base']['files']): readonly WriteFile[] {
  return [...files].flatMap(([path, after]): WriteFile[] => {
    const before = textOf(base.get(path), path)
    if (before === after) return []
    return [{ kind: 'write-file', path, after, ...(before === undefined ? {} : { before }) }]
  })
}

/** The text of a file on GitHub; undefined when there is none. Refuses what is no text. */
export function textOf(content: FileContent | undefined, path: string): string | undefined {
  if (content?.kind === 'unusable')
    throw refuse(
      'github',
      `The file \`${path}\` on GitHub ${content.why}.`,
      'Replace it by a text file, or remove it.',
    )
  return content?.kind === 'text' ? content.text : undefined
}

function landedNotes({ branch }: Proposal, open: FoundPullRequest | undefined): readonly string[] {
  return open
    ? [`All that ${open.url} proposes is there already: close it, and delete the branch \`${branch}\`.`]
    : []
}

/** The opening of the pull request of a proposal. */
export function openingOf({ title, body, branch, tell }: Proposal, answer: BranchAnswer): OpenPullRequest {
  const { repository, repositoryId, base } = answer
  return {
    kind: 'open-pull-request',
    repository,
    repositoryId,
    branch,
    base: base.name,
    title,
    body: body(),
    ...(tell ? { tell } : {}),
  }
}

function planEdit(
  { body }: Proposal,
  { repository }: BranchAnswer,
  open: FoundPullRequest,
): readonly EditIssue[] {
  const to = body(open.body)
  if (to === open.body) return []
  const { id, number, url } = open
  const why = 'bring its text up to date'
  return [
    {
      kind: 'edit-issue',
      of: 'pull-request',
      repository,
      id,
      number,
      url,
      why,
      body: { from: open.body, to },
      labelIds: new Map(),
    },
  ]
}

/** The commit that brings the branch to what is proposed; none when it is there. */
function planCommit(
  proposal: Proposal,
  answer: BranchAnswer,
  open: FoundPullRequest | undefined,
): readonly Change[] {
  const { head, base } = answer
  if (!head) return [commitOf(proposal, answer, { onto: base.oid, first: { kind: 'make' } })]
  if (!open && isLeftBehind(answer))
    return [commitOf(proposal, answer, { onto: base.oid, first: { kind: 'reset', refId: head.refId } })]
  const files = [...proposal.files].flatMap(([path, wanted]) => onBranch({ path, wanted }, answer))
  return files.length === 0 ? [] : [commitOf(proposal, answer, { onto: head.oid, files })]
}

/** Whether the branch is what a merged pull request has left, and nobody has used it since. */
function isLeftBehind({ head, pullRequests }: BranchAnswer): boolean {
  return pullRequests.some(({ state, headOid }) => state === 'merged' && headOid === head?.oid)
}

interface Commit extends Pick<CommitFiles, 'onto' | 'first'> {
  readonly files?: readonly WriteFile[]
}

function commitOf(proposal: Proposal, answer: BranchAnswer, { onto, first, files }: Commit): CommitFiles {
  const { repository, repositoryId, base } = answer
  const written = files ?? differing(proposal, base.files)
  // What was merged with people's lines is not wg's own: it must not count as what people started from.
  const own = written.filter(({ path, after }) => proposal.files.get(path) === after)
  return {
    kind: 'commit-files',
    repository,
    repositoryId,
    branch: proposal.branch,
    onto,
    ...(first ? { first } : {}),
    message: [proposal.headline, '', ...own.map(writtenTrailer)].join('\n').trimEnd(),
    files: written,
  }
}

/** The line of a commit message by which wg knows later what it wrote itself. */
function writtenTrailer({ path, after }: WriteFile): string {
  return `Wg-Wrote: ${hashText(after)} ${path}`
}

/** Whether a commit is wg's own, which wrote this text. */
export function isWrittenBy(message: string, path: string, text: string): boolean {
  return message.split('\n').includes(writtenTrailer({ kind: 'write-file', path, after: text }))
}

/** What has to be written on the branch for one file: with what people have committed to it since wg wrote it. */
function onBranch(
  { path, wanted }: { readonly path: string; readonly wanted: string },
  { head, base, repository }: BranchAnswer,
): readonly WriteFile[] {
  const commits = head?.commits ?? []
  const theirs = textOf(commits[0]?.files.get(path), path)
  if (theirs === wanted) return []
  if (theirs === undefined) return [{ kind: 'write-file', path, after: wanted }]
  const own = commits.find(({ message, files }) => {
    const text = textOf(files.get(path), path)
    return text !== undefined && isWrittenBy(message, path, text)
  })
  const ancestor = textOf(own ? own.files.get(path) : base.files.get(path), path) ?? ''
  const merged = mergeTexts({ ancestor, theirs, ours: wanted })
  if (merged.kind === 'conflict') {
    throw refuse(
      'github',
      `On the branch of the pull request in \`${repository}\`, somebody has changed \`${path}\` near line ${merged.line}, where wg wants to write something else.`,
      'Take their change over into your file, and run the command again. Nothing was written.',
    )
  }
  return merged.text === theirs ? [] : [{ kind: 'write-file', path, before: theirs, after: merged.text }]
}

/** The comment that tells of a pull request, once its address is known. */
export function tellOf(tell: OpenPullRequest['tell'], url: string): readonly EditIssue[] {
  if (!tell) return []
  const { comment, ...issue } = tell
  return [
    {
      kind: 'edit-issue',
      ...issue,
      why: 'tell of the pull request',
      comment: comment.replaceAll('{url}', url),
      labelIds: new Map(),
    },
  ]
}
