import type { SearchDocument } from './search-index.ts'
import type { Token } from './token.ts'
import { nameWithOwner } from './world-state.ts'

/** Whether a document is wanted. */
export type DocumentTest = (document: SearchDocument) => boolean

/** Reads the value at once, so that one that is not understood is told whatever the world holds. */
type Qualifier = (value: string, token: Token) => DocumentTest

/** The values of `is:`; `type:` and `state:` take some of them. */
const IS: Readonly<Record<string, DocumentTest>> = {
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

const NO: Readonly<Record<string, DocumentTest>> = {
  label: ({ labels }) => labels.length === 0,
  assignee: ({ assignees }) => assignees.length === 0,
}

const oneOf = (name: string, tests: Readonly<Record<string, DocumentTest>>): Qualifier => {
  return (value) => {
    const test = tests[value.toLowerCase()]
    if (test === undefined) throw new UnknownQualifier(`${name}:${value}`)
    return test
  }
}

const owner: Qualifier = (value) => {
  return ({ item }) => same(item.repository.owner.login, value)
}

const date = (instantOf: (document: SearchDocument) => string | null): Qualifier => {
  return (value) => {
    const isWithin = readRange(value)
    return (document) => {
      const instant = instantOf(document)
      return instant !== null && isWithin(Date.parse(instant))
    }
  }
}

/** What may stand before a colon, and what it asks of a document. Names that are not here are refused loudly. */
const QUALIFIERS: Readonly<Record<string, Qualifier>> = {
  org: owner,
  user: owner,
  repo: (value) => {
    return ({ item }) => same(nameWithOwner(item.repository), value)
  },
  is: oneOf('is', IS),
  type: oneOf('type', IS),
  state: oneOf('state', IS),
  archived: (value) => {
    return ({ item }) => item.repository.isArchived === (value === 'true')
  },
  draft: (value) => {
    return ({ draft }) => draft === (value === 'true')
  },
  label: (value) => {
    const names = value.split(',').map((name) => name.replace(/^"|"$/g, '').toLowerCase())
    return ({ labels }) => names.some((name) => labels.includes(name))
  },
  author: (value, token) => {
    const wanted = value === '@me' ? token.actor.login : value.replace(/^app\//, '')
    return ({ item }) => item.author !== null && same(item.author.login, wanted)
  },
  commenter: (value, token) => {
    const wanted = (value === '@me' ? token.actor.login : value).toLowerCase()
    return ({ commenters }) => commenters.includes(wanted)
  },
  assignee: (value, token) => {
    const wanted = (value === '@me' ? token.actor.login : value).toLowerCase()
    return ({ assignees }) => assignees.includes(wanted)
  },
  no: oneOf('no', NO),
  created: date(({ item }) => item.createdAt),
  updated: date(({ updatedAt }) => updatedAt),
  closed: date(({ closedAt }) => closedAt),
}

/** A qualifier that GitHub has and the local one has not. */
export class UnknownQualifier extends Error {}

/** Reads `name:value`; one that is not modelled gives an `UnknownQualifier`. */
export function readQualifier({ name, value }: { name: string; value: string }, token: Token): DocumentTest {
  const qualifier = QUALIFIERS[name]
  if (qualifier === undefined) throw new UnknownQualifier(`${name}:${value}`)
  return qualifier(value, token)
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

const BOUNDS: readonly (readonly [prefix: string, within: (time: number, span: Span) => boolean])[] = [
  ['>=', (time, { start }) => time >= start],
  ['<=', (time, { end }) => time < end],
  ['>', (time, { end }) => time >= end],
  ['<', (time, { start }) => time < start],
  ['', (time, { start, end }) => time >= start && time < end],
]

interface Span {
  readonly start: number
  readonly end: number
}

/** `>=2026-01-01`, `2026-01-01..2026-02-01` (or `*`), `2026-01-01`; days are of UTC. */
function readRange(value: string): (time: number) => boolean {
  const [from = '', to] = value.split('..')
  if (to !== undefined) {
    const start = from === '*' ? -Infinity : spanOf(from).start
    const end = to === '*' ? Infinity : spanOf(to).end
    return (time) => time >= start && time < end
  }
  const [prefix, isWithin] = BOUNDS.find(([sign]) => value.startsWith(sign)) ?? ['', () => false]
  const span = spanOf(value.slice(prefix.length))
  return (time) => isWithin(time, span)
}

/** A day, or the second that an instant names. */
function spanOf(text: string): Span {
  const start = Date.parse(text)
  if (Number.isNaN(start)) throw new UnknownQualifier(`the date ${text}`)
  return { start, end: start + (text.includes('T') ? 1000 : 86_400_000) }
}
