import { membersOf } from '../people/roster.ts'
import { printShare } from '../people/share.ts'
import type { Day } from '../time/day.ts'
import type { Workspace } from '../workspace.ts'
import { bodyNameOn, fateOn } from './body-on.ts'
import type { Charter } from './charter.ts'
import { charterOn, ratificationOn, stateOn, stateSince } from './history.ts'
import { leadersOf } from './leaders.ts'
import { unreadTeams } from './unread-teams.ts'
import { UNDECIDED } from './written-charter.ts'

/** A charter as it was on a day, in the shape of `--json`; state, people, bodies and what the history states are those of the day, the rest is that of now. */
export function charterAsJson(charter: Charter, day: Day, workspace: Workspace) {
  const then = charterOn(charter, day)
  const { team, name, kind, partOf, reportsTo, mission, reviewBy, end, open, roles, quorum } = then
  return {
    team,
    name,
    kind,
    state: stateOn(charter, day) ?? null,
    since: stateSince(charter, day) ?? null,
    partOf: partOf ?? null,
    reportsTo: reportsTo ?? null,
    body: bodyAsJson(reportsTo, day, workspace),
    ratified: stepAsJson(ratificationOn(charter, day)),
    mission: mission ?? null,
    roles: roles.map(({ id, description, min, max }) => ({
      id,
      description: description ?? null,
      min: min ?? null,
      max: max ?? null,
    })),
    quorum: quorum === undefined ? null : typeof quorum === 'number' ? quorum : printShare(quorum),
    chairs: leadersOf(charter, day, workspace.members).map(({ login }) => login),
    members: membersOf(workspace.members, team, day).map(({ login }) => login),
    channels: charter.channels,
    liaisons: charter.liaisons,
    stakeholders: charter.stakeholders,
    deliverables: charter.deliverables,
    reviewBy: reviewBy ?? null,
    end: end ?? null,
    open,
    unrecorded: then.unrecorded,
    history: charter.history.filter(({ date }) => date <= day).map(stepAsJson),
  }
}

function bodyAsJson(id: string | undefined, day: Day, workspace: Workspace) {
  if (id === undefined || id === UNDECIDED) return null
  const fate = fateOn(id, day, workspace)
  return {
    id,
    name: bodyNameOn(id, day, workspace),
    state: unreadTeams(workspace).includes(id) ? 'unread' : (fate?.what ?? 'active'),
    since: fate?.since ?? null,
    successor: fate?.successor ?? null,
  }
}

/** A step of a history in the shape of `--json`. */
export function stepAsJson(step: Charter['history'][number] | undefined) {
  if (step === undefined) return null
  const { date, state, body, link, note, name, reportsTo, mission } = step
  return {
    date,
    state,
    body: body ?? null,
    link: link ?? null,
    note: note ?? null,
    name: name ?? null,
    reportsTo: reportsTo ?? null,
    mission: mission ?? null,
  }
}
