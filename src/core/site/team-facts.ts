import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { bodyNameOn, describeFate, fateOn } from '../charters/body-on.ts'
import { type Channel, channelUri } from '../charters/channel.ts'
import type { Charter } from '../charters/charter.ts'
import { lastStepOn, ratificationOn } from '../charters/history.ts'
import { leadersOf } from '../charters/leaders.ts'
import { STATE_RULES } from '../charters/states.ts'
import { UNDECIDED } from '../charters/written-charter.ts'
import { plainLine } from '../text/plain-line.ts'
import { showDay } from './show-time.ts'
import type { LinkFrom, Site } from './site.ts'
import { teamPage } from './site-paths.ts'

type Said = readonly (string | ElementContent)[]

/** What the head of a charter says, fact by fact, on the day of the site. */
export function teamFacts(charter: Charter, site: Site, link: LinkFrom): Element {
  const { workspace, today } = site
  const leaders = leadersOf(charter, today, workspace.members)
  const facts: readonly (readonly [string, Said])[] = [
    ['State', stateOf(charter, site)],
    ['Kind', [charter.kind]],
    ['Part of', body(charter.partOf, site, link)],
    ['Reports to', body(charter.reportsTo, site, link)],
    ['Ratified', ratified(charter, site)],
    ['Chairs', leaders.length === 0 ? [] : [leaders.map(({ name }) => plainLine(name)).join(', ')]],
    ...charter.channels.map((channel) => [`For ${channel.for.join(', ')}`, channelOf(channel)] as const),
    ['Review by', charter.reviewBy === undefined ? [] : [showDay(charter.reviewBy)]],
    ['Ends', charter.end === undefined ? [] : [showDay(charter.end)]],
    ['Undecided', charter.open.length === 0 ? [] : [charter.open.join(', ')]],
  ]
  return h(
    'dl',
    { className: 'facts' },
    ...facts
      .filter(([, said]) => said.length > 0)
      .map(([name, said]) => h('div', h('dt', name), h('dd', ...said))),
  )
}

function stateOf(charter: Charter, { today }: Site): Said {
  const step = lastStepOn(charter, today)
  if (step === undefined) return ['not there yet']
  return [h('strong', step.state), ' since ', showDay(step.date), `: ${STATE_RULES[step.state].says}`]
}

function ratified(charter: Charter, { workspace, today }: Site): Said {
  const step = ratificationOn(charter, today)
  if (step === undefined) return []
  return [
    showDay(step.date),
    ...(step.body === undefined ? [] : [` by ${plainLine(bodyNameOn(step.body, step.date, workspace))}`]),
  ]
}

function body(id: string | undefined, { workspace, today }: Site, link: LinkFrom): Said {
  if (id === undefined) return []
  if (id === UNDECIDED) return [UNDECIDED]
  const name = plainLine(bodyNameOn(id, today, workspace))
  const fate = fateOn(id, today, workspace)
  return [
    workspace.charters.has(id) ? h('a', { href: link(teamPage(id)) }, name) : name,
    ...(fate === undefined ? [] : [`, which ${describeFate(fate).replaceAll('`', '')}`]),
  ]
}

function channelOf(channel: Channel): Said {
  const note = plainLine(channel.note ?? '')
  return [
    h('a', { href: channelUri(channel) }, plainLine(channel.address)),
    ...(note === '' ? [] : [` (${note})`]),
  ]
}
