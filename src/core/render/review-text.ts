import type { Member } from '../people/roster.ts'
import type { Seen } from '../record/last-seen.ts'
import { markdownText } from '../text/inline-markdown.ts'
import type { Day } from '../time/day.ts'

/** What the texts of a review are made from. */
export interface ReviewMatter {
  readonly team: string
  readonly teamName: string
  readonly key: string
  /** Nobody who is asked was seen since this day. */
  readonly since: Day
  /** Where signs were looked for, in words. */
  readonly places: string
  readonly remindOn: Day
  readonly retireOn: Day
  /** How many days the pull request stays open. */
  readonly openFor: number
}

/** Somebody who is asked, with the last sign there was. */
export interface Silent {
  readonly member: Member
  readonly seen?: Seen
}

export function reviewTitle({ teamName, since }: ReviewMatter): string {
  return `Who stays on ${teamName}? Not seen since ${since}`
}

/** The text of the issue: who is asked, each with a box, and what comes next. */
export function reviewBody(matter: ReviewMatter, silent: readonly Silent[]): string {
  return [
    `<!-- wg:review ${matter.key} -->`,
    '',
    `Nobody has seen the people below since ${matter.since}, neither in the minutes of ${markdownText(matter.teamName)} nor ${matter.places}. That is no reproach: this issue asks whether they want to go on.`,
    '',
    'Who does ticks the box, or says so in a comment. A word is enough.',
    '',
    ...silent.map(
      ({ member, seen }) => `- [ ] @${member.login} (${markdownText(member.name)}), ${describeSeen(seen)}`,
    ),
    '',
    '## What comes next',
    '',
    `- ${matter.remindOn}: a reminder to those who have not answered.`,
    `- ${matter.retireOn}: a pull request that makes those who are still silent emeritus. It stays open for ${matter.openFor} days, and a word stops it.`,
    '',
    'Emeritus members are listed with their terms, and come back whenever they like.',
    '',
  ].join('\n')
}

const HOW: Readonly<Record<Seen['how'], string>> = {
  minutes: 'at the meeting',
  opened: 'in an issue or pull request',
  commented: 'in a comment',
  answered: 'in the last review',
  joined: 'when the term began',
}

/** `last seen on 2026-01-03, at the meeting`. */
export function describeSeen(seen: Seen | undefined): string {
  return seen ? `last seen on ${seen.day}, ${HOW[seen.how]}` : 'never seen'
}

/** The hidden line by which a comment of a review is known. */
export function reviewTold(key: string, step: 'reminder' | 'proposal' | 'end'): string {
  return `<!-- wg:told review ${key} ${step} -->`
}

export function reminderText(matter: ReviewMatter, logins: readonly string[]): string {
  const people = logins.map((login) => `@${login}`).join(', ')
  return `${reviewTold(matter.key, 'reminder')}\n${people}: do you want to stay on ${markdownText(matter.teamName)}? Tick your box above, or say so here. On ${matter.retireOn} a pull request will make those who are still silent emeritus.`
}

export function proposalText(matter: ReviewMatter): string {
  return `${reviewTold(matter.key, 'proposal')}\nThis pull request makes those emeritus who have not answered: {url}. It stays open for ${matter.openFor} days.`
}

export function endText(matter: ReviewMatter): string {
  return `${reviewTold(matter.key, 'end')}\nThis review is over: everybody who was asked has answered, was seen since, or is emeritus now.`
}

/** The text of the pull request that retires those who are silent. */
export function retirementBody(
  matter: ReviewMatter,
  {
    silent,
    issue,
    until,
  }: { readonly silent: readonly Silent[]; readonly issue: string; readonly until: Day },
): string {
  return [
    `Those below have not answered in ${issue}, and become emeritus on ${markdownText(matter.teamName)}.`,
    '',
    ...silent.map(({ member, seen }) => `- ${markdownText(member.name)}, ${describeSeen(seen)}`),
    '',
    `**Please leave this pull request open until ${until}** (${matter.openFor} days). A word in the issue, or a ticked box there, takes a person out of it at the next run of \`wg member review --team ${matter.team}\`.`,
  ].join('\n')
}
