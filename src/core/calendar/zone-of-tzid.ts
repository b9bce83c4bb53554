import { zoneOfWindowsName } from '../time/windows-zones.ts'
import { parseZone, type ZoneId, zoneNames } from '../time/zone.ts'

/** Names that mean one zone only, and that neither IANA's list of places nor Windows has. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  z: 'UTC',
  gmt: 'UTC',
  'tzone://microsoft/utc': 'UTC',
  est5edt: 'America/New_York',
  cst6cdt: 'America/Chicago',
  mst7mdt: 'America/Denver',
  pst8pdt: 'America/Los_Angeles',
}

const LONGEST_NAME = 200

/**
 * The zone that a `TZID` names: by IANA in any letter case, by Windows, or by a path such as `/example.org/20260101_1/Europe/Berlin`
 * (RFC 5545 §3.2.19). Undefined for a name that only the feed itself can explain; also for `EST`, `IST` and the like, which mean several.
 */
export function zoneOfTzid(tzid: string): ZoneId | undefined {
  if (tzid.length > LONGEST_NAME) return undefined
  for (const name of namesWithin(tzid)) {
    const zone = parseZone(name) ?? otherName(name) ?? zoneOfWindowsName(name)
    if (zone !== undefined) return zone
  }
  return undefined
}

/** The name itself; of a path every tail, the longest first. */
function namesWithin(tzid: string): readonly string[] {
  if (!tzid.startsWith('/')) return [tzid]
  const parts = tzid.split('/').filter((part) => part !== '')
  return parts.map((_, index) => parts.slice(index).join('/'))
}

function otherName(name: string): ZoneId | undefined {
  const key = name.toLowerCase()
  return parseZone(OTHER_NAMES[key] ?? '') ?? namesInSmallLetters().get(key.replaceAll(' ', '_'))
}

let inSmallLetters: ReadonlyMap<string, ZoneId> | undefined

function namesInSmallLetters(): ReadonlyMap<string, ZoneId> {
  inSmallLetters ??= new Map(zoneNames().map((zone) => [zone.toLowerCase(), zone]))
  return inSmallLetters
}
