import { localTimeIn, parseZone } from '../time/zone.ts'

/** A fact that a release of the time zone database brought: what a wall clock shows at an instant since then. */
export interface ZoneFact {
  readonly release: string
  readonly zone: string
  readonly at: string
  readonly shows: string
}

/** One for each release that changed a rule of many people (its NEWS file, https://data.iana.org/time-zones/tzdb/NEWS), oldest first. */
export const ZONE_FACTS: readonly ZoneFact[] = [
  { release: '2022b', zone: 'Asia/Tehran', at: '2023-07-01T12:00:00Z', shows: '15:30' },
  { release: '2022e', zone: 'Asia/Amman', at: '2023-01-15T12:00:00Z', shows: '15:00' },
  { release: '2022f', zone: 'America/Mexico_City', at: '2023-07-01T12:00:00Z', shows: '06:00' },
  { release: '2023a', zone: 'Africa/Cairo', at: '2023-07-01T12:00:00Z', shows: '15:00' },
  { release: '2024a', zone: 'Asia/Almaty', at: '2024-07-01T12:00:00Z', shows: '17:00' },
  { release: '2025a', zone: 'America/Asuncion', at: '2025-07-01T12:00:00Z', shows: '09:00' },
  { release: '2025b', zone: 'America/Coyhaique', at: '2025-07-01T12:00:00Z', shows: '09:00' },
]

/** The facts that the clocks of this machine do not know, though the release in the name of its data does; all of them without a name. */
export function unknownFacts(
  name: string | undefined,
  facts: readonly ZoneFact[] = ZONE_FACTS,
): readonly ZoneFact[] {
  return facts.filter((fact) => (name === undefined || fact.release <= name) && !isKnown(fact))
}

function isKnown({ zone: name, at, shows }: ZoneFact): boolean {
  const zone = parseZone(name)
  return zone !== undefined && localTimeIn(zone, new Date(at)).time === shows
}

/** Whether a release is surely more than a year old: nothing but the year in which it came stands in its name. */
export function isOldRelease(name: string, now: Date): boolean {
  return now.getUTCFullYear() > Number(name.slice(0, 4)) + 1
}
