import { inviteesOf } from '../meetings/invitees.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { lastsOn, type Member, membersOf } from '../people/roster.ts'
import { markdownText } from '../text/inline-markdown.ts'
import type { Line } from '../text/line.ts'
import type { Workspace } from '../workspace.ts'

/** What `wg:present` shows: a box for everybody who serves on the team that day, those with a voting role first, and then for others who are invited. */
export function rosterLines(meeting: Meeting, workspace: Workspace): readonly Line[] {
  const { team } = meeting.series
  const serving = membersOf(workspace.members, team, meeting.date)
  const silent = new Set(
    workspace.charters.get(team)?.roles.flatMap(({ id, voting }) => (voting ? [] : [id])) ?? [],
  )
  const rolesOf = ({ terms }: Member) =>
    terms.filter((term) => term.team === team && lastsOn(term, meeting.date)).map(({ role }) => role)
  const votes = (member: Member) => rolesOf(member).some((role) => !silent.has(role))
  const ordered = [...serving.filter(votes), ...serving.filter((member) => !votes(member))]
  const guests = inviteesOf(meeting, workspace).flatMap((invitee): Line[] => {
    if (invitee.kind === 'github-team') return []
    if (invitee.kind === 'login') return [{ text: `- [ ] @${invitee.login}`, identity: invitee.login }]
    return serving.includes(invitee.member) ? [] : [boxOf(invitee.member, [])]
  })
  const lines = [...ordered.map((member) => boxOf(member, rolesOf(member))), ...guests]
  return lines.length === 0 ? [{ text: '_Nobody is on the roster: write down who is there._' }] : lines
}

function boxOf({ name, login }: Member, roles: readonly string[]): Line {
  const beside = [`@${login}`, ...roles.filter((role) => role !== 'member')].join(', ')
  return { text: `- [ ] ${markdownText(name)} (${beside})`, identity: `person:${login}` }
}
