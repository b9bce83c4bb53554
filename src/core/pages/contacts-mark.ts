import { type Channel, channelUri } from '../charters/channel.ts'
import { type Contact, contactOf, contactsOn } from '../charters/contacts.ts'
import { markdownLink, markdownText } from '../text/inline-markdown.ts'
import { todayAt } from '../time/today.ts'
import type { Workspace } from '../workspace.ts'
import type { PageMark } from './page-matter.ts'
import { teamLink } from './team-link.ts'

/** The mark `wg:contacts`: which team is told of what, where, and what none of them answers. */
export const contactsMark: PageMark = {
  name: 'contacts',
  needsCharters: true,
  attributes: {},
  lines: (_, { workspace, now, file }) => {
    const contacts = contactsOn(todayAt(now), workspace)
    if (contacts.length === 0) return [{ text: '_No team answers reports._' }]
    const lines = contacts.flatMap((contact) => [...contactLines(contact, file), ''])
    return [...lines, ...wholeLines(contacts, workspace, file)].map((text) => ({ text }))
  },
}

function contactLines({ charter, channels, answers, leaves }: Contact, file: string): string[] {
  return [
    `### ${markdownText(charter.name)}`,
    '',
    ...(channels.length === 0
      ? [`Where to report to ${teamLink(charter, file)} is undecided.`]
      : [`Report to ${teamLink(charter, file)}:`, '', ...channels.map(channelLine)]),
    ...listed('What it answers:', answers),
    ...listed('What it does not:', leaves),
  ]
}

function channelLine(channel: Channel): string {
  const uri = channelUri(channel)
  const address = uri.startsWith('tel:') ? markdownText(channel.address) : markdownLink(channel.address, uri)
  const note = channel.note === undefined ? '' : `, ${markdownText(channel.note)}`
  const key = channel.encryption === undefined ? '' : ` (${markdownLink('key', channel.encryption)})`
  return `- ${address}${key}${note}`
}

/** What the teams of which these are parts do not answer. */
function wholeLines(contacts: readonly Contact[], workspace: Workspace, file: string): string[] {
  const answering = new Set(contacts.map(({ charter }) => charter.team))
  const wholes = [...new Set(contacts.flatMap(({ charter }) => charter.partOf ?? []))]
  return wholes.flatMap((team) => {
    const charter = workspace.charters.get(team)
    if (!charter || answering.has(team)) return []
    const { leaves } = contactOf(charter, workspace)
    if (leaves.length === 0) return []
    return [
      `### Not for ${markdownText(charter.name)}`,
      ...listed(`${teamLink(charter, file)} as a whole does not do this:`, leaves),
    ]
  })
}

function listed(title: string, items: readonly { readonly text: string }[]): string[] {
  return items.length === 0 ? [] : ['', title, '', ...items.map(({ text }) => `- ${markdownText(text)}`)]
}
