import { channelUri } from '../charters/channel.ts'
import { charterFile } from '../charters/charter.ts'
import { contactsOn } from '../charters/contacts.ts'
import type { Problem } from '../problem.ts'
import { plainLine } from '../text/plain-line.ts'
import type { Day } from '../time/day.ts'
import { todayAt } from '../time/today.ts'
import type { Workspace } from '../workspace.ts'

/** The line by which wg knows a file that it wrote. */
export const SECURITY_TXT_SIGN = '# Written by wg from charters/; change it there.'

/** The text, or why there can be none. */
export type SecurityTxt = { readonly text: string } | { readonly problems: readonly Problem[] }

/**
 * The security.txt of RFC 9116: `Contact` for each channel for reports, in the order of the teams; `Expires` at the end of the first
 * day by which one of their charters is to be reviewed. Without a contact, or with no such day ahead, there is none.
 */
export function securityTxt(workspace: Workspace, now: Date): SecurityTxt {
  const today = todayAt(now)
  const contacts = contactsOn(today, workspace).filter(({ channels }) => channels.length > 0)
  const [first] = contacts
  if (!first) return { problems: [noContact()] }
  const undated = contacts.filter(({ charter }) => charter.reviewBy === undefined || charter.reviewBy < today)
  if (undated.length > 0)
    return { problems: undated.map(({ charter }) => noExpiry(charter.team, charter.reviewBy, workspace)) }
  const expires = contacts.map(({ charter }) => charter.reviewBy ?? today).sort()[0] ?? today
  const fields = contacts.flatMap(({ channels }) => [
    ...channels.map((channel) => ['Contact', encodeURI(decodeSafely(channelUri(channel)))] as const),
    ...channels.flatMap(({ encryption }) =>
      encryption === undefined ? [] : [['Encryption', encryption] as const],
    ),
  ])
  const all = [...fields, ['Expires', `${expires}T23:59:59Z`] as const, ...published(workspace)]
  const lines = all.map(([name, value]) => `${name}: ${plainLine(value, Infinity)}`)
  return { text: `${[SECURITY_TXT_SIGN, ...new Set(lines)].join('\n')}\n` }
}

/** An address may be written with its signs encoded, and must not be encoded twice. */
function decodeSafely(uri: string): string {
  try {
    return decodeURI(uri)
  } catch {
    return uri
  }
}

/** Where the policy stands, which is the SECURITY.md of the repository, and where the file is published: RFC 9116 §2.5.7 and §2.5.2. */
function published({ group }: Workspace): (readonly [string, string])[] {
  const { site, repository } = group
  const policy =
    repository === undefined ? [] : [['Policy', `https://github.com/${repository}/security/policy`] as const]
  if (site?.startsWith('https://') !== true) return policy
  return [...policy, ['Canonical', new URL('/.well-known/security.txt', site).href]]
}

function noContact(): Problem {
  return {
    rule: 'security-txt',
    severity: 'error',
    message: 'No team has a channel for reports, and a security.txt needs a contact (RFC 9116 §2.5.3).',
    hint: 'Add a channel with `for: reports` to a charter, or take `security-txt` out of wg.yml.',
    place: { file: 'wg.yml', line: 1, column: 1 },
  }
}

function noExpiry(team: string, reviewBy: Day | undefined, { placeOf }: Workspace): Problem {
  return {
    rule: 'security-txt',
    severity: 'error',
    message:
      reviewBy === undefined
        ? `The charter of \`${team}\` names no day of review, and a security.txt must say when it expires (RFC 9116 §2.5.5).`
        : `The charter of \`${team}\` was to be reviewed by ${reviewBy}, so what it says about contacts has expired.`,
    hint: 'Write `review-by: …`, a day at most a year ahead.',
    place: placeOf(charterFile(team), ['review-by']),
  }
}
