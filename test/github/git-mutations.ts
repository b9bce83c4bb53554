import { requireWrite } from './access.ts'
import { commitOn, deleteRef as removeRef, findRef, makeRef } from './branch-deeds.ts'
import type { Context } from './context.ts'
import { mutation, type TypeRules } from './field-rules.ts'
import { gitObject } from './git-fields.ts'
import { filesOf, historyOf } from './git-store.ts'
import { GitHubError, notFound, unprocessable } from './github-error.ts'
import { nodeOf } from './mutation-inputs.ts'
import type { Ref, Repository } from './world-state.ts'

function requireContents({ token }: Context, repository: Repository, name: string): void {
  requireWrite(token, repository, { areas: ['contents'], level: 'WRITE', mutation: name })
}

interface CreateRef {
  readonly repositoryId: string
  readonly name: string
  readonly oid: string
}

function createRef({ repositoryId, name, oid }: CreateRef, context: Context) {
  const repository = nodeOf(context, repositoryId, 'Repository')
  requireContents(context, repository, 'CreateRef')
  if (!isRefName(name)) throw unprocessable(`${name} is not a valid ref name.`)
  if (repository.refs.has(name))
    throw unprocessable(`A ref named "${name}" already exists in the repository.`)
  requireCommit(repository, oid)
  return { ref: makeRef(context.state, repository, { qualifiedName: name, oid }) }
}

/** The main rules of `git check-ref-format`. */
function isRefName(name: string): boolean {
  const isBad = /\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|[ ~^:?*[\\]|[./]$/
  return /^refs\/(?:heads|tags)\/[^/]/.test(name) && !isBad.test(name)
}

function requireCommit(repository: Repository, oid: string): void {
  if (repository.git.get(oid)?.kind !== 'commit') throw unprocessable('Object does not exist')
}

function updateRef(
  input: { readonly refId: string; readonly oid: string; readonly force?: boolean | null },
  context: Context,
) {
  const ref = nodeOf(context, input.refId, 'Ref')
  requireContents(context, ref.repository, 'UpdateRef')
  requireCommit(ref.repository, input.oid)
  if (input.force !== true && !historyOf(ref.repository.git, input.oid).includes(ref.oid)) {
    throw unprocessable('Update is not a fast forward')
  }
  ref.oid = input.oid
  return { ref }
}

function deleteRef({ refId }: { readonly refId: string }, context: Context) {
  const ref = nodeOf(context, refId, 'Ref')
  requireContents(context, ref.repository, 'DeleteRef')
  if (ref.qualifiedName === `refs/heads/${ref.repository.defaultBranch}`) {
    throw unprocessable('Cannot delete the default branch')
  }
  removeRef(context.state, ref)
  return {}
}

interface CreateCommit {
  readonly branch: { id?: string | null; repositoryNameWithOwner?: string | null; branchName?: string | null }
  readonly expectedHeadOid: string
  readonly message: { readonly headline: string; readonly body?: string | null }
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[] | null
    readonly deletions?: readonly { readonly path: string }[] | null
  } | null
}

function createCommitOnBranch(input: CreateCommit, context: Context) {
  const ref = branchOf(input.branch, context)
  const { repository } = ref
  requireContents(context, repository, 'CreateCommitOnBranch')
  if (ref.oid !== input.expectedHeadOid) {
    throw new GitHubError(
      'STALE_DATA',
      `Expected branch to point to "${input.expectedHeadOid}" but it did not.  Pull and try again.`,
    )
  }
  const additions = new Map(
    (input.fileChanges?.additions ?? []).map((file) => [file.path, decode(file.contents)]),
  )
  const deletions = (input.fileChanges?.deletions ?? []).map((file) => file.path)
  checkPaths(repository, ref, { additions: [...additions.keys()], deletions })
  const { headline, body } = input.message
  const message = body == null || body === '' ? headline : `${headline}\n\n${body}`
  const oid = commitOn(context.state, ref, { additions, deletions, message, author: context.token.actor })
  return { commit: gitObject(repository, { oid }, context), ref }
}

function branchOf(branch: CreateCommit['branch'], context: Context): Ref {
  if (branch.id != null) return nodeOf(context, branch.id, 'Ref')
  const name = branch.repositoryNameWithOwner ?? ''
  const repository = context.state.repositories.get(name.toLowerCase())
  const seen = repository && nodeOf(context, repository.id, 'Repository')
  if (!seen) throw notFound(`Could not resolve to a Repository with the name '${name}'.`)
  const ref = findRef(seen, `refs/heads/${(branch.branchName ?? '').replace(/^refs\/heads\//, '')}`)
  if (ref === undefined) throw notFound(`Branch not found: ${branch.branchName ?? ''}`)
  return ref
}

function decode(contents: string): Buffer {
  if (!/^[A-Za-z\d+/\s]*={0,2}\s*$/.test(contents))
    throw unprocessable('The contents of a file must be Base64')
  return Buffer.from(contents, 'base64')
}

function checkPaths(
  { git }: Repository,
  { oid }: Ref,
  { additions, deletions }: { readonly additions: readonly string[]; readonly deletions: readonly string[] },
): void {
  const bad = [...additions, ...deletions].find((path) =>
    path.split('/').some((part) => ['', '.', '..', '.git'].includes(part)),
  )
  if (bad !== undefined) throw unprocessable(`A path was given that is not valid: \`${bad}\``)
  const files = filesOf(git, oid)
  const absent = deletions.find((path) => !files.has(path))
  if (absent !== undefined) {
    throw unprocessable(`A path was requested for deletion which does not exist as of commit oid \`${oid}\``)
  }
}

/** Writes to branches and files. */
export const GIT_MUTATIONS: TypeRules = {
  createRef: mutation(['repositoryId', 'name', 'oid'], createRef),
  updateRef: mutation(['refId', 'oid', 'force'], updateRef),
  deleteRef: mutation(['refId'], deleteRef),
  createCommitOnBranch: mutation(
    ['branch', 'expectedHeadOid', 'message', 'fileChanges'],
    createCommitOnBranch,
  ),
}
