import {
  type BranchAnswer,
  branchKey,
  type BranchQuestion,
  type FilesAt,
  type FoundCommit,
  type FoundPullRequest,
} from '../../../core/github/branch.ts'
import type { Unanswered } from '../../../core/github/question.ts'
import type { FileContent } from '../../../core/file-content.ts'
import { judgePart } from '../judge-part.ts'
import { commentFields } from '../documents.ts'
import { type Connection, nodesOf, type RawComments, readComments } from '../read-answer.ts'
import type { AskPart, Bind } from './part.ts'

/** How far back a commit of wg's is looked for on a branch of its own. */
const COMMITS = 20
const PULL_REQUESTS = 5
const COMMENTS = 10

/** Asks for a branch of proposals: its newest commits, the files in them, and its pull requests. */
export function askBranch(asked: BranchQuestion): AskPart {
  const letter = asked.lightly ? 'g' : 'b'
  const aliases = (index: number) => [`${letter}${index}`]
  return {
    kind: asked.lightly ? 'glance' : 'branch',
    aliases,
    write: (index, bind) => [write(`${letter}${index}`, asked, bind)],
    read: (settled, index, { branches }) => {
      const fault = judgePart(settled, aliases(index), `repository \`${asked.repository}\``)
      branches.set(
        branchKey(asked),
        fault ?? readBranch(settled.data[`${letter}${index}`] as RawBranch, asked),
      )
      return []
    },
  }
}

const BLOB = '... on Blob { text isBinary isTruncated }'

function write(alias: string, { repository, branch, paths, lightly }: BranchQuestion, bind: Bind): string {
  const [owner = '', name = ''] = repository.split('/')
  const baseFiles = paths.map(
    (path, index) => `f${index}: object(expression: ${bind(`HEAD:${path}`)}) { __typename ${BLOB} }`,
  )
  return `${alias}: repository(owner: ${bind(owner)}, name: ${bind(name)}) {
  id nameWithOwner isPrivate isArchived mergeCommitAllowed squashMergeAllowed rebaseMergeAllowed
  defaultBranchRef { name target { oid } }
  ${baseFiles.join('\n  ')}
  head: ref(qualifiedName: ${bind(`refs/heads/${branch}`)}) { id target { oid ${historyOf(paths, lightly ? 1 : COMMITS, bind)} } }
  pullRequests(first: ${PULL_REQUESTS}, headRefName: ${bind(branch)}, orderBy: { field: CREATED_AT, direction: DESC }) {
    nodes { id number url title body state headRefOid isCrossRepository ${commentFields(COMMENTS)} }
  }
}`
}

function historyOf(paths: readonly string[], count: number, bind: Bind): string {
  const files = paths.map(
    (path, index) => `f${index}: file(path: ${bind(path)}) { object { __typename ${BLOB} } }`,
  )
  return `... on Commit { history(first: ${count}) { nodes { oid message ${files.join(' ')} } } }`
}

interface RawBlob {
  readonly __typename: string
  readonly text?: string | null
  readonly isBinary?: boolean | null
  readonly isTruncated?: boolean
}

interface RawCommit {
  readonly oid: string
  readonly message: string
  readonly [file: `f${number}`]: { readonly object: RawBlob | null } | null
}

interface RawPullRequest {
  readonly id: string
  readonly number: number
  readonly url: string
  readonly title: string
  readonly body: string
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED'
  readonly headRefOid: string
  readonly isCrossRepository: boolean
  readonly comments: RawComments
}

interface RawBranch {
  readonly id: string
  readonly nameWithOwner: string
  readonly isPrivate: boolean
  readonly isArchived: boolean
  readonly mergeCommitAllowed: boolean
  readonly squashMergeAllowed: boolean
  readonly rebaseMergeAllowed: boolean
  readonly defaultBranchRef: {
    readonly name: string
    readonly target: { readonly oid: string } | null
  } | null
  readonly head: {
    readonly id: string
    readonly target: { readonly oid: string; readonly history: Connection<RawCommit> } | null
  } | null
  readonly pullRequests: Connection<RawPullRequest>
  readonly [file: `f${number}`]: RawBlob | null
}

function readBranch(raw: RawBranch, { repository, paths }: BranchQuestion): BranchAnswer | Unanswered {
  const { defaultBranchRef: base, head } = raw
  if (!base?.target) return { refused: isEmpty(repository) }
  return {
    repositoryId: raw.id,
    repository: raw.nameWithOwner,
    archived: raw.isArchived,
    private: raw.isPrivate,
    mergeMethods: METHODS.flatMap(([method, setting]) => (raw[setting] ? [method] : [])),
    base: { name: base.name, oid: base.target.oid, files: filesAt(paths, (index) => raw[`f${index}`]) },
    ...(head?.target
      ? {
          head: {
            refId: head.id,
            oid: head.target.oid,
            commits: nodesOf(head.target.history).map((commit) => readCommit(commit, paths)),
          },
        }
      : {}),
    pullRequests: nodesOf(raw.pullRequests)
      .filter(({ isCrossRepository }) => !isCrossRepository)
      .map(readPullRequest),
  }
}

const METHODS = [
  ['SQUASH', 'squashMergeAllowed'],
  ['MERGE', 'mergeCommitAllowed'],
  ['REBASE', 'rebaseMergeAllowed'],
] as const

function isEmpty(repository: string): Unanswered['refused'] {
  return {
    rule: 'github',
    severity: 'error',
    message: `The repository \`${repository}\` has no branch yet, so nothing can be proposed to it.`,
    hint: 'Push a first commit.',
  }
}

function readCommit(raw: RawCommit, paths: readonly string[]): FoundCommit {
  return { oid: raw.oid, message: raw.message, files: filesAt(paths, (index) => raw[`f${index}`]?.object) }
}

function filesAt(paths: readonly string[], blobAt: (index: number) => RawBlob | null | undefined): FilesAt {
  return new Map(paths.map((path, index) => [path, readBlob(blobAt(index))]))
}

function readBlob(blob: RawBlob | null | undefined): FileContent {
  if (!blob) return { kind: 'missing' }
  if (blob.__typename !== 'Blob') return { kind: 'unusable', why: 'is a folder' }
  if (blob.isTruncated === true) return { kind: 'unusable', why: 'is too large for GitHub to show' }
  if (blob.isBinary === true || typeof blob.text !== 'string') return { kind: 'unusable', why: 'is no text' }
  return { kind: 'text', text: blob.text }
}

const STATES = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const

function readPullRequest({ headRefOid, state, comments, ...raw }: RawPullRequest): FoundPullRequest {
  const { id, number, url, title } = raw
  return {
    id,
    number,
    url,
    title,
    body: raw.body.replace(/\r\n/g, '\n'),
    state: STATES[state],
    headOid: headRefOid,
    ...readComments(comments),
  }
}
