import { Buffer } from 'node:buffer'
import type { CommitFiles } from '../../../core/plan/change.ts'
import { editDocument, type EditPart } from '../documents.ts'
import type { Write } from './write.ts'

export const commitFiles: Write<CommitFiles> = {
  doing: ({ repository, branch }) => `write to the branch \`${branch}\` of \`${repository}\``,
  permission: 'contents',
  document: (change) => editDocument([...branchParts(change), commitPart(change)]),
  read: () => ({}),
  isRace: ({ type, message }) =>
    type === 'STALE_DATA' || /already exists|No ref found|is not a fast forward/i.test(message),
}

function branchParts({ first, repositoryId, branch, onto }: CommitFiles): readonly EditPart[] {
  if (first?.kind === 'make') {
    const input = { repositoryId, name: `refs/heads/${branch}`, oid: onto }
    return [{ name: 'make', field: 'createRef', input }]
  }
  return first
    ? [{ name: 'reset', field: 'updateRef', input: { refId: first.refId, oid: onto, force: true } }]
    : []
}

function commitPart({ repository, branch, onto, message, files }: CommitFiles): EditPart {
  const [headline = '', ...rest] = message.split('\n')
  const body = rest.join('\n').trim()
  return {
    name: 'commit',
    field: 'createCommitOnBranch',
    input: {
      branch: { repositoryNameWithOwner: repository, branchName: branch },
      expectedHeadOid: onto,
      message: { headline, ...(body === '' ? {} : { body }) },
      fileChanges: {
        additions: files.map(({ path, after }) => ({
          path,
          contents: Buffer.from(after, 'utf8').toString('base64'),
        })),
      },
    },
  }
}
