import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { isOver, lastsOn, type Member, type Term } from '../people/roster.ts'
import { plainLine } from '../text/plain-line.ts'
import { dataTable } from './data-table.ts'
import { showDay } from './show-time.ts'
import type { Site } from './site.ts'

interface Served {
  readonly member: Member
  readonly term: Term
}

/** Who serves on a team, who has served, and every term over time. */
export function teamRoster(team: string, { workspace, today }: Site): readonly ElementContent[] {
  const all = workspace.members.flatMap((member) =>
    member.terms.filter((term) => term.team === team).map((term): Served => ({ member, term })),
  )
  const now = all.filter(({ term }) => lastsOn(term, today))
  const serving = new Set(now.map(({ member }) => member))
  const past = all.filter(({ member, term }) => !serving.has(member) && isOver(term, today))
  return [
    h('h2', { id: 'members' }, 'Members'),
    now.length === 0 ? h('p', 'Nobody serves today.') : people('Members', now),
    ...(past.length === 0 ? [] : [h('h2', { id: 'emeritus' }, 'Emeritus'), people('Emeritus', past)]),
    ...(all.length === now.length
      ? []
      : [h('details', h('summary', 'Everybody who has served, over time'), terms(all))]),
  ]
}

function people(label: string, served: readonly Served[]): Element {
  const members = [...new Set(served.map(({ member }) => member))]
  return dataTable({
    label,
    heading: ['Name', 'GitHub', 'Role', 'Served'],
    rows: members.map((member) => {
      const mine = served.filter((each) => each.member === member).map(({ term }) => term)
      return [
        plainLine(member.name),
        profile(member),
        [...new Set(mine.map(({ role }) => role))].join(', '),
        h('span', ...mine.flatMap((term, index) => [...(index === 0 ? [] : ['; ']), ...spanOf(term)])),
      ]
    }),
  })
}

function terms(all: readonly Served[]): Element {
  const sorted = [...all].sort((a, b) => ((a.term.since ?? '') < (b.term.since ?? '') ? -1 : 1))
  return dataTable({
    label: 'Terms',
    heading: ['Name', 'Role', 'Served'],
    rows: sorted.map(({ member, term }) => [plainLine(member.name), term.role, h('span', ...spanOf(term))]),
  })
}

function profile({ login }: Member): Element {
  return h('a', { href: `https://github.com/${login}` }, login)
}

function spanOf({ since, until }: Term): readonly (string | Element)[] {
  if (until === undefined)
    return since === undefined ? ['since a day that nobody knows'] : ['since ', showDay(since)]
  const end = until === 'unknown' ? 'a day that nobody knows' : showDay(until)
  return since === undefined ? ['until ', end] : [showDay(since), ' to ', end]
}
