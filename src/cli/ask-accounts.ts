import { readInvitee } from '../core/meetings/invitees.ts'
import { type AccountStanding, accountStanding, needsNumber } from '../core/people/account-standing.ts'
import { findMember } from '../core/people/roster.ts'
import { personKey } from '../core/github/person.ts'
import { Refusal } from '../core/problem.ts'
import type { Workspace } from '../core/workspace.ts'
import type { GitHubReader } from '../ports.ts'

/**
 * How every login of the workspace stands on GitHub, by login in small letters: one request for a hundred logins, and one
 * for every number whose login has changed. Refuses when GitHub would not answer.
 */
export async function askAccounts(
  workspace: Workspace,
  reader: GitHubReader,
): Promise<ReadonlyMap<string, AccountStanding>> {
  const people = loginsOf(workspace)
  const answer = await reader.ask({ people })
  const standings = new Map<string, AccountStanding>()
  for (const login of people) {
    const byLogin = answer.people.get(personKey(login)) ?? 'missing'
    if (byLogin !== 'missing' && 'refused' in byLogin) throw new Refusal([byLogin.refused])
    const { id } = findMember(workspace.members, login) ?? {}
    const asked = id !== undefined && needsNumber({ id }, byLogin) ? await reader.account(id) : undefined
    const member = { login, ...(id === undefined ? {} : { id }) }
    standings.set(
      personKey(login),
      accountStanding(member, { byLogin, ...(asked === undefined ? {} : { byId: asked }) }),
    )
  }
  return standings
}

function loginsOf({ members, series }: Workspace): readonly string[] {
  const invited = series
    .flatMap(({ invite }) => invite.map(readInvitee))
    .flatMap((reading) => (reading.kind === 'login' ? [reading.login] : []))
  const logins = [...members.map(({ login }) => login), ...invited]
  return [...new Map(logins.toReversed().map((login) => [personKey(login), login])).values()].toReversed()
}
