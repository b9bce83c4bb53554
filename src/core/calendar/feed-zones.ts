import { describedZone } from './described-zone.ts'
import type { FeedComponent } from './feed-component.ts'
import { FeedFault, quoteForeign } from './feed-fault.ts'
import { nameOfLine, readText } from './feed-property.ts'
import type { FeedTime } from './feed-time.ts'
import { type FeedZone, knownZone } from './feed-zone.ts'
import type { ZoneId } from '../time/zone.ts'
import type { WorkBudget } from './walk-rule.ts'
import { zoneOfTzid } from './zone-of-tzid.ts'

/** Enough for the yearly rules of 9 zones; about so many days are looked at. */
const MOST_WORK = 600_000

/** Finds the zone of a time. Throws a `FeedFault` for a name that nobody knows, and for a time without zone where none was given. */
export type ZoneFinder = (time: FeedTime) => FeedZone

/** Where the answers about zones come from. */
export interface ZoneSources {
  readonly calendars: readonly FeedComponent[]
  /** The zone of times that name none. */
  readonly floating?: ZoneId
}

/**
 * Zones are taken by name, from IANA or Windows, because the descriptions in feeds are often old or wrong; the `VTIMEZONE` of the feed
 * counts where the name is known to nobody else.
 */
export function makeZoneFinder({ calendars, floating }: ZoneSources): ZoneFinder {
  const sources = { described: describedZones(calendars), budget: { left: MOST_WORK } }
  const found = new Map<string, FeedZone>()
  const usual = floating === undefined ? undefined : knownZone(floating)
  return (time) => {
    const { zoneName } = time
    if (zoneName === undefined) return floatingZone(time, usual)
    const zone = found.get(zoneName) ?? zoneNamed(zoneName, sources)
    if (zone === undefined) throw unknownZone(zoneName, time.line)
    found.set(zoneName, zone)
    return zone
  }
}

interface Descriptions {
  readonly described: ReadonlyMap<string, FeedComponent>
  readonly budget: WorkBudget
}

function zoneNamed(name: string, { described, budget }: Descriptions): FeedZone | undefined {
  const component = described.get(name)
  const id = zoneOfTzid(name) ?? zoneOfTzid(textOf(component, 'X-LIC-LOCATION'))
  if (id !== undefined) return knownZone(id)
  return component === undefined ? undefined : describedZone(component, budget)
}

function describedZones(calendars: readonly FeedComponent[]): ReadonlyMap<string, FeedComponent> {
  const zones = calendars.flatMap(({ children }) => children).filter(({ name }) => name === 'VTIMEZONE')
  return new Map(zones.map((zone) => [textOf(zone, 'TZID'), zone]))
}

function textOf(component: FeedComponent | undefined, name: string): string {
  const line = component?.properties.find((property) => nameOfLine(property) === name)
  return line === undefined ? '' : readText(line)
}

function floatingZone(time: FeedTime, usual: FeedZone | undefined): FeedZone {
  if (usual !== undefined) return usual
  throw new FeedFault({
    rule: 'feed-floating',
    message: `The time ${quoteForeign(new Date(time.wall).toISOString().slice(0, 16).replace('T', ' '))} names no zone, so it would be another instant for every reader.`,
    hint: 'Say which zone is meant: give the series a `zone`, or choose one for the event in the calendar.',
    line: time.line,
  })
}

function unknownZone(name: string, line: number): FeedFault {
  return new FeedFault({
    rule: 'feed-zone',
    message: `Nobody knows the zone ${quoteForeign(name)}, and the feed does not describe it.`,
    hint: 'Choose a zone by its IANA name, such as `Europe/Berlin`, in the calendar.',
    line,
  })
}
