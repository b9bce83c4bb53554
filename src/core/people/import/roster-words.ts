import type { Emptiness } from './roster-section.ts'

/** A word at the end of a heading that makes it the heading of a roster. */
export interface GroupWord {
  readonly word: string
  /** Left out when such people are some of those of the heading above. */
  readonly group?: string
  /** Everybody in the section has this role. */
  readonly role?: string
  /** Such a heading often stands over prose too, so it counts only when a line below names an account. */
  readonly unsure?: boolean
}

export type Column = 'login' | 'name' | 'role' | 'pronouns' | 'avatar' | 'note'

/** The words that rosters use. A group that says it differently gives its own tables. */
export interface RosterWords {
  readonly groups: readonly GroupWord[]
  /** Words anywhere in a heading that make its people past ones. */
  readonly past: readonly string[]
  /** Words anywhere in a heading that make it prose about members and no roster. */
  readonly prose: readonly string[]
  readonly roles: Readonly<Record<string, string>>
  readonly columns: Readonly<Record<string, Column>>
  readonly empty: Readonly<Record<string, Emptiness>>
}

/** The words that groups use today; all in lower case, without punctuation. */
export const ROSTER_WORDS: RosterWords = {
  groups: [
    { word: 'members', group: 'members' },
    { word: 'member', group: 'members' },
    { word: 'membership', group: 'members' },
    { word: 'roster', group: 'members' },
    { word: 'participants', group: 'members', unsure: true },
    { word: 'people', group: 'members', unsure: true },
    { word: 'team', group: 'members', unsure: true },
    { word: 'who we are', group: 'members', unsure: true },
    { word: 'chair', role: 'chair', unsure: true },
    { word: 'chairs', role: 'chair', unsure: true },
    { word: 'co chairs', role: 'co-chair', unsure: true },
    { word: 'lead', role: 'lead', unsure: true },
    { word: 'leads', role: 'lead', unsure: true },
    { word: 'collaborators', group: 'collaborators' },
    { word: 'collaborator', group: 'collaborators' },
    { word: 'committers', group: 'collaborators' },
    { word: 'maintainers', group: 'maintainers', unsure: true },
    { word: 'triagers', group: 'triagers' },
    { word: 'triage team', group: 'triagers', unsure: true },
    { word: 'triage teams', group: 'triagers', unsure: true },
    { word: 'observers', group: 'observers', unsure: true },
  ],
  past: [
    'emeritus',
    'emeriti',
    'emerita',
    'emeritae',
    'alumni',
    'alumnus',
    'alumna',
    'alumnae',
    'former',
    'past',
  ].concat(['previous', 'retired', 'inactive']),
  prose: [
    'adding',
    'becoming',
    'benefits',
    'expectations',
    'guide',
    'how',
    'inviting',
    'joining',
    'nominating',
  ].concat([
    'offboarding',
    'onboarding',
    'policies',
    'policy',
    'process',
    'processes',
    'removing',
    'responsibilities',
  ]),
  roles: {
    chair: 'chair',
    chairperson: 'chair',
    'co chair': 'co-chair',
    'vice chair': 'vice-chair',
    convener: 'convener',
    lead: 'lead',
    'team lead': 'lead',
    'co lead': 'co-lead',
    'tech lead': 'tech-lead',
    'technical lead': 'tech-lead',
    editor: 'editor',
    emerita: 'emeritus',
    emeritus: 'emeritus',
    'former member': 'emeritus',
    facilitator: 'facilitator',
    liaison: 'liaison',
    maintainer: 'maintainer',
    member: 'member',
    moderator: 'moderator',
    observer: 'observer',
    secretary: 'secretary',
  },
  columns: {
    login: 'login',
    github: 'login',
    'github login': 'login',
    'github username': 'login',
    'github handle': 'login',
    'github account': 'login',
    username: 'login',
    handle: 'login',
    account: 'login',
    name: 'name',
    member: 'name',
    person: 'name',
    who: 'name',
    role: 'role',
    roles: 'role',
    position: 'role',
    pronouns: 'pronouns',
    avatar: 'avatar',
    photo: 'avatar',
    picture: 'avatar',
    'time zone': 'note',
    timezone: 'note',
    location: 'note',
    employer: 'note',
    company: 'note',
    affiliation: 'note',
    organization: 'note',
    organisation: 'note',
    email: 'note',
    'e mail': 'note',
    contact: 'note',
  },
  empty: {
    nobody: 'nobody',
    none: 'nobody',
    'none yet': 'nobody',
    'nobody yet': 'nobody',
    'no one': 'nobody',
    'no one yet': 'nobody',
    tbd: 'open',
    tba: 'open',
    'to be determined': 'open',
    'to be announced': 'open',
    'to be decided': 'open',
    'coming soon': 'open',
  },
}

/** Words in lower case with one space between them, as the tables are written: no emoji, punctuation or brackets with a count. */
export function plainWords(text: string): string {
  return text
    .replace(/\([^()]*\)/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
