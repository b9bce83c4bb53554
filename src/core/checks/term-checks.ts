import { endedBy } from '../charters/history.ts'
import { dayTermEnds } from '../charters/day-term-ends.ts'
import type { Term } from '../people/roster.ts'
import type { Day } from '../time/day.ts'
import { latestToday, todayAt } from '../time/today.ts'
import type { Check } from './check.ts'
import { eachMember, eachTerm } from './each-member.ts'

const termsEndAfterTheyStart = eachTerm(({ since, until, termEnds }) => {
  const late = [
    { path: ['until'], day: until },
    { path: ['term-ends'], day: termEnds },
  ].filter(({ day }) => since !== undefined && day !== undefined && day < since)
  return late.map(({ path, day }) => ({
    path,
    message: `This term ends on ${day ?? ''}, before it starts on ${since ?? ''}.`,
    hint: 'Put the two days right.',
  }))
})

const termsDoNotOverlap = eachMember(({ name, terms }, { now }) =>
  terms.flatMap((term, at) => {
    const earlier = terms.slice(0, at).find((other) => overlaps(term, other, todayAt(now)))
    if (earlier === undefined) return []
    return [
      {
        path: ['serves', at],
        message: `${name} serves on \`${term.team}\` as ${term.role} twice on the same days: ${daysOf(earlier)}, and ${daysOf(term)}.`,
        hint: 'Make one term of the two, or put their days right.',
      },
    ]
  }),
)

function overlaps(a: Term, b: Term, today: Day): boolean {
  if (a.team !== b.team || a.role !== b.role) return false
  const [one, other] = [sureDays(a, today), sureDays(b, today)]
  return one !== undefined && other !== undefined && one.from <= other.to && other.from <= one.to
}

/** The days on which a term lasts for certain. */
function sureDays({ since, until }: Term, today: Day): { readonly from: Day; readonly to: Day } | undefined {
  if (until === 'unknown') return undefined
  return { from: since ?? until ?? today, to: until ?? ('9999-12-31' as Day) }
}

function daysOf({ since, until }: Term): string {
  return `${since ?? 'an unknown day'} to ${until ?? 'now'}`
}

const teamsHaveNotEnded = eachTerm(({ team, until }, { workspace, now, member }) => {
  const charter = workspace.charters.get(team)
  const ended = charter && endedBy(charter, todayAt(now))
  if (ended === undefined || until === 'unknown' || (until !== undefined && until <= ended)) return []
  return [
    {
      path: until === undefined ? ['team'] : ['until'],
      message: `The team \`${team}\` ended on ${ended}, and ${member.name} serves on it ${until === undefined ? 'still' : `until ${until}`}.`,
      hint: `Let the term end with the team: \`until: ${ended}\`.`,
    },
  ]
})

const termsAreNotOverdue = eachTerm((term, { workspace, now, member }) => {
  const due = term.until === undefined ? dayTermEnds(term, workspace.charters) : undefined
  if (due === undefined || due >= todayAt(now)) return []
  return [
    {
      path: [term.termEnds === undefined ? 'since' : 'term-ends'],
      message: `The term of ${member.name} on \`${term.team}\` as ${term.role} was due to end on ${due}.`,
      hint: `End it, \`wg member retire ${member.login} --team ${term.team} --role ${term.role}\`, or write a new \`term-ends\` if the person was chosen again.`,
    },
  ]
})

const daysHaveCome = eachTerm(({ since, until }, { now }) => {
  const days = [
    { key: 'since', day: since },
    { key: 'until', day: until === 'unknown' ? undefined : until },
  ]
  return days.flatMap(({ key, day }) =>
    day === undefined || day <= latestToday(now)
      ? []
      : [
          {
            path: [key],
            message: `\`${key}\` is ${day}, a day that has not come yet.`,
            hint: 'If it is a slip, put it right; if it is planned so, this goes away by itself. The day on which a term is due to end is `term-ends`.',
          },
        ],
  )
})

/** The checks of the terms that people serve. */
export const termChecks: readonly Check[] = [
  {
    name: 'term-ends-after-start',
    severity: 'error',
    sentence: 'No term ends before it starts.',
    find: termsEndAfterTheyStart,
  },
  {
    name: 'terms-do-not-overlap',
    severity: 'error',
    sentence: 'Nobody serves twice in one role on one team on the same day.',
    find: termsDoNotOverlap,
  },
  {
    name: 'team-has-not-ended',
    severity: 'error',
    sentence: 'Nobody serves on a team that has ended.',
    find: teamsHaveNotEnded,
  },
  {
    name: 'term-is-not-overdue',
    severity: 'warning',
    sentence: 'No term lasts longer than it was given for.',
    find: termsAreNotOverdue,
  },
  {
    name: 'days-have-come',
    severity: 'warning',
    sentence: 'The first and last days of terms are not in the future.',
    find: daysHaveCome,
  },
]
