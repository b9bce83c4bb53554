import { inviteesOf } from '../meetings/invitees.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { Line } from '../text/line.ts'
import { markdownText } from '../text/inline-markdown.ts'
import type { Workspace } from '../workspace.ts'

/** More mentions than this in one text are noise, and GitHub does not deliver them all. */
const MENTIONS = 50

/**
 * What `wg:invited` shows: those who are asked to come. They are mentioned, which tells them once, when the issue
 * appears; where they are too many they are only named.
 */
export function invitedLines(meeting: Meeting, workspace: Workspace): readonly Line[] {
  const invitees = inviteesOf(meeting, workspace)
  const mention = (name: string) => (invitees.length <= MENTIONS ? `@${name}` : `\`@${name}\``)
  const lines = invitees.map((invitee): Line => {
    if (invitee.kind === 'github-team') return { text: `- ${mention(invitee.name)}`, identity: invitee.name }
    if (invitee.kind === 'login') return { text: `- ${mention(invitee.login)}`, identity: invitee.login }
    const { name, login } = invitee.member
    return { text: `- ${markdownText(name)} (${mention(login)})`, identity: login }
  })
  return lines.length === 0 ? [{ text: '_Everybody is welcome._' }] : lines
}

/** What `wg:join` shows: how to take part, and how to watch. */
export function joinLines({ session, series }: Meeting): readonly Line[] {
  const lines: Line[] = []
  if (session.name !== undefined) lines.push({ text: `- Session: ${markdownText(session.name)}` })
  if (session.join !== undefined) lines.push({ text: `- To take part: <${session.join}>` })
  if (session.watch !== undefined) lines.push({ text: `- To watch: <${session.watch}>` })
  if (series.location !== undefined) lines.push({ text: `- Where: ${markdownText(series.location)}` })
  return lines.length === 0 ? [{ text: '_How to join is announced to the people invited._' }] : lines
}
