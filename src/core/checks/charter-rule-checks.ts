import { charterFile } from '../charters/charter.ts'
import { endedBy, stateOn } from '../charters/history.ts'
import { kindOf } from '../charters/kinds.ts'
import { IN_FORCE, type State } from '../charters/states.ts'
import { LEADING } from '../people/leading-role.ts'
import { didYouMean } from '../text/nearest.ts'
import { todayAt } from '../time/today.ts'
import { GROUP_FILE } from '../workspace.ts'
import type { Check } from './check.ts'
import { eachCharter, type FoundInHead } from './each-charter.ts'
import { eachCrew, holdersOf } from './each-crew.ts'

const kindsAreKnown = eachCharter(({ kind }, { workspace }) => {
  const { kinds } = workspace.group
  if (kinds.has(kind) || workspace.unread.has(GROUP_FILE) || workspace.isDamaged(GROUP_FILE, 'kinds'))
    return []
  const names = [...kinds.keys()]
  return [
    {
      path: ['kind'],
      message: `wg knows no kind of team \`${kind}\`.`,
      hint:
        didYouMean(kind, names) ??
        `One of: ${names.join(', ')}; or say under \`kinds\` in wg.yml what it needs.`,
    },
  ]
})

/** A proposal may still be a draft; what is put before others must be whole. */
const WHOLE: readonly (State | undefined)[] = ['in-review', ...IN_FORCE]

const fieldsAreThere = eachCharter((charter, { workspace, now }) => {
  const kind = kindOf(charter, workspace.group.kinds)
  if (!kind || !WHOLE.includes(stateOn(charter, todayAt(now)))) return []
  const file = charterFile(charter.team)
  return kind.fields
    .filter((key) => !charter.stated.has(key) && !workspace.isDamaged(file, key))
    .map((key): FoundInHead => ({
      path: ['kind'],
      message: `The charter of a ${kind.id} needs \`${key}\`.`,
      hint: `Add \`${key}: …\`; write \`${key}: undecided\` while it is open.`,
    }))
})

const channelsAreThere = eachCharter((charter, { workspace, now }) => {
  const kind = kindOf(charter, workspace.group.kinds)
  const { channels, open } = charter
  if (!kind || open.includes('channels') || channels.length === 0) return []
  if (!WHOLE.includes(stateOn(charter, todayAt(now)))) return []
  return kind.channels
    .filter((purpose) => !channels.some((channel) => channel.for.includes(purpose)))
    .map((purpose): FoundInHead => ({
      path: ['channels'],
      at: 'key',
      message: `A ${kind.id} needs a channel for ${purpose}, and none of these is for that.`,
      hint: `Add one with \`for: ${purpose}\`.`,
    }))
})

const chairsAreEnough = eachCrew((crew) => {
  const { charter, workspace, works, today } = crew
  const needed = kindOf(charter, workspace.group.kinds)?.chairs ?? 0
  const says = charter.roles.some(({ id, min }) => LEADING.test(id) && min !== undefined)
  if (!works || says || needed === 0 || charter.open.includes('roles')) return []
  const roles = new Set(charter.roles.map(({ id }) => id).filter((id) => LEADING.test(id)))
  const leading = new Set([...roles, 'chair'].flatMap((role) => holdersOf(crew, role)))
  if (leading.size >= needed || stateOn(charter, today) === undefined) return []
  return [
    {
      path: charter.roles.length > 0 ? ['roles'] : ['kind'],
      message: `\`${charter.team}\` needs ${needed === 1 ? 'somebody' : `${needed} people`} to lead it, and has ${leading.size === 0 ? 'nobody' : leading.size}.`,
      hint: `Let somebody join: \`wg member join … --team ${charter.team} --role chair\`; or write a role with its own \`min\`.`,
    },
  ]
})

const reviewsAreDone = eachCharter((charter, { now }) => {
  const today = todayAt(now)
  const { reviewBy, team } = charter
  const state = stateOn(charter, today)
  if (reviewBy === undefined || reviewBy >= today || !state || !IN_FORCE.includes(state)) return []
  return [
    {
      path: ['review-by'],
      message: `This charter was to be reviewed by ${reviewBy}.`,
      hint: `Review it; then \`wg charter amend ${team} --review-by … --by … --link …\` says what came of it.`,
    },
  ]
})

const promisesAreKept = eachCharter((charter, { now }) => {
  const today = todayAt(now)
  if (endedBy(charter, today) !== undefined || stateOn(charter, today) === undefined) return []
  return charter.deliverables.flatMap(({ what, due, done }, index): FoundInHead[] =>
    due === undefined || due >= today || done !== undefined
      ? []
      : [
          {
            path: ['deliverables', index, 'due'],
            message: `\`${what}\` was due on ${due}.`,
            hint: 'Add `done: …`, the day on which it was delivered, or a new day.',
          },
        ],
  )
})

const endsAreKept = eachCharter((charter, { now }) => {
  const today = todayAt(now)
  const { end, team } = charter
  if (end === undefined || end >= today || endedBy(charter, today) !== undefined) return []
  return [
    {
      path: ['end'],
      message: `The work of this team was to be done by ${end}, and it has not ended.`,
      hint: `\`wg charter conclude ${team} …\`, or write a new day.`,
    },
  ]
})

const daysRise = eachCharter(({ reviewBy, end, history, deliverables }) => {
  const first = history[0]?.date
  const days = [
    { path: ['review-by'], day: reviewBy },
    { path: ['end'], day: end },
    ...deliverables.map(({ due }, index) => ({ path: ['deliverables', index, 'due'], day: due })),
  ]
  return days.flatMap(({ path, day }): FoundInHead[] =>
    first === undefined || day === undefined || day >= first
      ? []
      : [
          {
            path,
            message: `This is ${day}, a day before the team was ${history[0]?.state ?? ''} on ${first}.`,
            hint: 'Put the day right.',
          },
        ],
  )
})

/** The checks of what the kinds of teams ask for, and of the days that charters name. */
export const charterRuleChecks: readonly Check[] = [
  {
    name: 'kind-is-known',
    severity: 'error',
    sentence: 'Every team is of a kind that wg or wg.yml knows.',
    find: kindsAreKnown,
  },
  {
    name: 'charter-has-fields',
    severity: 'warning',
    sentence: 'A charter that is in review or in force has the keys that its kind asks for.',
    find: fieldsAreThere,
  },
  {
    name: 'charter-has-channels',
    severity: 'warning',
    sentence: 'A team that must be reached for something has a channel for it.',
    find: channelsAreThere,
  },
  {
    name: 'team-has-chairs',
    severity: 'warning',
    sentence: 'A chartered team has as many people to lead it as its kind asks for.',
    find: chairsAreEnough,
  },
  {
    name: 'review-is-not-overdue',
    severity: 'warning',
    sentence: 'Every charter in force is reviewed by the day that it names.',
    find: reviewsAreDone,
  },
  {
    name: 'deliverable-is-not-overdue',
    severity: 'warning',
    sentence: 'What a team has promised for a day is delivered by then.',
    find: promisesAreKept,
  },
  {
    name: 'team-ends-in-time',
    severity: 'warning',
    sentence: 'A team whose work was to be done by a day has ended then.',
    find: endsAreKept,
  },
  {
    name: 'charter-days-rise',
    severity: 'error',
    sentence: 'No review, end or deliverable of a team is due before its history begins.',
    find: daysRise,
  },
]
