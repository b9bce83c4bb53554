import type { SearchDocument } from './search-index.ts'
import type { Token } from './token.ts'
import { nameWithOwner } from './world-state.ts'

type Qualifier = (document: SearchDocument, value: string, token: Token) => boolean

/** The values of `is:`; `type:` and `state:` take some of them. */
const IS: Readonly<Record<string, (document: SearchDocument) => boolean>> = {
  open: ({ state }) => state === 'OPEN',
  closed: ({ state }) => state !== 'OPEN',
  merged: ({ state }) => state === 'MERGED',
  unmerged: ({ item, state }) => item.__typename === 'PullRequest' && state !== 'MERGED',
  issue: ({ item }) => item.__typename === 'Issue',
  pr: ({ item }) => item.__typename === 'PullRequest',
  'pull-request': ({ item }) => item.__typename === 'PullRequest',
  public: ({ item }) => !item.repository.isPrivate,
  private: ({ item }) => item.repository.isPrivate,
  draft: ({ draft }) => draft,
  locked: ({ locked }) => locked,
  unlocked: ({ locked }) => !locked,
}

const is: Qualifier = (document, value) => {
  const test = IS[value.toLowerCase()]
  if (test === undefined) throw new UnknownQualifier(`is:${value}`)
  return test(document)
}

const owner: Qualifier = ({ item }, value) => same(item.repository.owner.login, value)

const person = (login: string | undefined, value: string, token: Token): boolean =>
  login !== undefined && same(login, value === '@me' ? token.actor.login : value)

/** What may stand before a colon, and what it asks of a document. Names that are not here are refused loudly. */
const QUALIFIERS: Readonly<Record<string, Qualifier>> = {
  org: owner,
  user: owner,
  repo: ({ item }, value) => same(nameWithOwner(item.repository), value),
  is,
  type: is,
  state: is,
  archived: ({ item }, value) => item.repository.isArchived === (value === 'true'),
  draft: (document, value) => document.draft === (value === 'true'),
  label: ({ labels }, value) =>
    value.split(',').some((name) => labels.includes(name.replace(/^"|"$/g, '').toLowerCase())),
  author: ({ item }, value, token) => person(item.author?.login, value.replace(/^app\//, ''), token),
  assignee: ({ assignees }, value, token) => assignees.some((login) => person(login, value, token)),
  no: (document, value) => {
    if (value === 'label') return document.labels.length === 0
    if (value === 'assignee') return document.assignees.length === 0
    throw new UnknownQualifier(`no:${value}`)
  },
  created: ({ item }, value) => isInRange(item.createdAt, value),
  updated: ({ updatedAt }, value) => isInRange(updatedAt, value),
  closed: ({ closedAt }, value) => closedAt !== null && isInRange(closedAt, value),
}

/** A qualifier that GitHub has and the local one has not. */
export class UnknownQualifier extends Error {}

/** Whether a document is what `name:value` asks for. */
export function qualifies(
  document: SearchDocument,
  term: { name: string; value: string },
  token: Token,
): boolean {
  const qualifier = QUALIFIERS[term.name]
  if (qualifier === undefined) throw new UnknownQualifier(`${term.name}:${term.value}`)
  return qualifier(document, term.value, token)
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

const BOUNDS: readonly (readonly [prefix: string, within: (time: number, day: Span) => boolean])[] = [
  ['>=', (time, { start }) => time >= start],
  ['<=', (time, { end }) => time < end],
  ['>', (time, { end }) => time >= end],
  ['<', (time, { start }) => time < start],
]

interface Span {
  readonly start: number
  readonly end: number
}

/** `>=2026-01-01`, `2026-01-01..2026-02-01` (or `*`), `2026-01-01`; days are of UTC. */
function isInRange(instant: string, value: string): boolean {
  const time = Date.parse(instant)
  const [from = '', to] = value.split('..')
  if (to !== undefined)
    return (from === '*' || time >= spanOf(from).start) && (to === '*' || time < spanOf(to).end)
  const bound = BOUNDS.find(([prefix]) => value.startsWith(prefix))
  if (bound) return bound[1](time, spanOf(value.slice(bound[0].length)))
  const { start, end } = spanOf(value)
  return time >= start && time < end
}

/** A day, or the second that an instant names. */
function spanOf(text: string): Span {
  const start = Date.parse(text)
  if (Number.isNaN(start)) throw new UnknownQualifier(`the date ${text}`)
  return { start, end: start + (text.includes('T') ? 1000 : 86_400_000) }
}
