import { readInvitee } from '../meetings/invitees.ts'
import { findMember } from '../people/roster.ts'
import { refuse } from '../problem.ts'
import { changeYaml } from '../text/change-yaml.ts'
import type { Plan, WriteFile } from './change.ts'
import { seriesFile, type Workspace } from '../workspace.ts'
import { renameVoters } from './rename-voters.ts'
import { memberAt, planRoster, type RosterMatter } from './roster-file.ts'

/** Plans the new login of a member, in the roster, where a series invites the old one and where it has voted. Refuses a login that somebody else has. */
export function planRename(from: string, to: string, matter: RosterMatter): Plan<WriteFile> {
  const { workspace } = matter
  const { member, index } = memberAt(workspace, from)
  const other = findMember(workspace.members, to)
  if (other && other !== member) {
    throw refuse(
      'member',
      `\`${to}\` is the login of ${other.name} already.`,
      'If both are the same person, keep one entry and put all terms into it.',
    )
  }
  const roster = planRoster(
    matter,
    [{ kind: 'set', path: ['members', index], key: 'login', value: to }],
    [
      member.login === to
        ? `${member.name} is \`${to}\` already.`
        : `${member.name} is \`${to}\` from now on, and was \`${member.login}\`.`,
    ],
  )
  return { ...roster, changes: [...roster.changes, ...renameElsewhere([{ from: member.login, to }], matter)] }
}

/** Somebody's login before and after. */
export interface Renamed {
  readonly from: string
  readonly to: string
}

/** Plans the new logins wherever series invite the old ones, and where these have voted. */
export function renameElsewhere(renamed: readonly Renamed[], { workspace }: RosterMatter): WriteFile[] {
  const logins = new Map(renamed.map(({ from, to }) => [from.toLowerCase(), to]))
  return [...renameInvites(logins, workspace), ...renameVoters(logins, workspace)]
}

function renameInvites(logins: ReadonlyMap<string, string>, workspace: Workspace): WriteFile[] {
  return workspace.series.flatMap((series): WriteFile[] => {
    const path = seriesFile(series.id, workspace)
    const before = workspace.texts.get(path) ?? ''
    const after = series.invite.reduce((text, entry, key) => {
      const invitee = readInvitee(entry)
      const to = invitee.kind === 'login' ? logins.get(invitee.login.toLowerCase()) : undefined
      if (to === undefined) return text
      const value = entry.startsWith('@') ? `@${to}` : to
      return changeYaml(text, { kind: 'set', path: ['invite'], key, value })
    }, before)
    return after === before ? [] : [{ kind: 'write-file', path, before, after }]
  })
}
