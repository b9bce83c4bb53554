import { membersOf, type Member } from '../people/roster.ts'
import type { Workspace } from '../workspace.ts'
import type { Meeting } from './meeting.ts'

/** Whoever is asked to come: a member, a login that is no member, or a team of GitHub's. */
export type Invitee =
  | { readonly kind: 'member'; readonly member: Member }
  | { readonly kind: 'login'; readonly login: string }
  | { readonly kind: 'github-team'; readonly name: string }

/** The people of a meeting, each once, in the order of the series' list; a team stands for those who serve on it that day. */
export function inviteesOf(meeting: Meeting, { members }: Pick<Workspace, 'members'>): readonly Invitee[] {
  const found = new Map<string, Invitee>()
  const addMember = (member: Member) => found.set(member.login.toLowerCase(), { kind: 'member', member })
  for (const entry of meeting.series.invite) {
    const reading = readInvitee(entry)
    if (reading.kind === 'team') membersOf(members, reading.team, meeting.date).forEach(addMember)
    else if (reading.kind === 'github-team') found.set(reading.name.toLowerCase(), reading)
    else {
      const member = members.find(({ login }) => login.toLowerCase() === reading.login.toLowerCase())
      if (member) addMember(member)
      else found.set(reading.login.toLowerCase(), reading)
    }
  }
  return [...found.values()]
}

/** What an entry of `invite` names. */
export type InviteEntry =
  | { readonly kind: 'team'; readonly team: string }
  | { readonly kind: 'github-team'; readonly name: string }
  | { readonly kind: 'login'; readonly login: string }

/** Reads `team:security-wg`, `@org/team`, `@login` and `login`. */
export function readInvitee(entry: string): InviteEntry {
  if (entry.startsWith('team:')) return { kind: 'team', team: entry.slice('team:'.length).trim() }
  const name = entry.replace(/^@/, '')
  return name.includes('/') ? { kind: 'github-team', name } : { kind: 'login', login: name }
}
